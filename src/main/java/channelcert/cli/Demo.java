package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.contract.Reply;
import channelcert.contract.driver.ConnectionMapping;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.SetUpConnectionCommand;
import channelcert.contract.driver.client.DriverClient;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Seeds the Mews side for trying it out. */
final class Demo {
  private static final int HORIZON_DAYS = 365;

  private final MewsControl mews;
  private final PrintWriter out;

  Demo(MewsControl mews, PrintWriter out) {
    this.mews = mews;
    this.out = out;
  }

  /** Makes the reference property and its twin with net prices, and tells what they are. */
  List<Property> seed() {
    List<Property> properties =
        List.of(
            mews.createReferenceProperty(PricingMode.GROSS),
            mews.createReferenceProperty(PricingMode.NET));
    for (Property property : properties) {
      out.println("  property " + property.name() + ", employee " + property.employeeEmail());
    }
    return properties;
  }

  /**
   * Seeds, connects a channel manager to both properties and has it map them; inventory flows then.
   *
   * @param driver its driver
   * @param tokens where the connection tokens are written, readable by the owner alone
   */
  void connect(Candidate candidate, URI driver, Path tokens) {
    if (Files.exists(tokens)) {
      out.println("  the demo properties are there already; their tokens are in " + tokens);
      return;
    }
    Map<String, String> connections = new LinkedHashMap<>();
    for (Property property : seed()) {
      String token = connect(property, candidate);
      map(property, token, candidate.clientToken(), driver);
      mews.enable(token, EnumSet.allOf(InventoryKind.class));
      connections.put(property.id(), token);
    }
    Secrets.write(tokens, connections, "Connection tokens of the demo properties");
    out.println("  both are connected; their connection tokens are in " + tokens);
  }

  private String connect(Property property, Candidate candidate) {
    NewConnection connection =
        new NewConnection(
            null,
            property.id(),
            candidate.name(),
            candidate.mewsClientToken(),
            candidate.clientToken(),
            candidate.endpoints(),
            candidate.capabilities().sources(),
            HORIZON_DAYS,
            candidate.capabilities().chunkDays(),
            candidate.capabilities().maxItems());
    return mews.connect(connection).token();
  }

  private static void map(Property property, String token, String clientToken, URI driver) {
    try (JsonCaller caller =
        new JsonCaller(
            Direction.DRIVER,
            Recorder.NONE,
            Parts.CLOCK,
            Duration.ofSeconds(30),
            1 << 22,
            clientToken)) {
      Pricing pricing = property.pricingMode() == PricingMode.GROSS ? Pricing.GROSS : Pricing.NET;
      Reply<ConnectionMapping> reply =
          new DriverClient(caller)
              .setUpConnection(
                  URI.create(driver + DriverClient.SET_UP_CONNECTION.path()),
                  new SetUpConnectionCommand(token, property.employeeEmail(), pricing));
      if (reply instanceof Reply.Failed<ConnectionMapping> failed) {
        throw UserError.unreachable(
            "the channel manager did not set up " + property.name() + ": " + failed.reason());
      }
    }
  }
}
