package channelcert.certification.run;

import channelcert.certification.attend.Desk;
import channelcert.certification.attend.Errand;
import channelcert.certification.attend.Form;
import channelcert.certification.attend.Instruction;
import channelcert.certification.attend.Template;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.Capabilities;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.stage.Driver;
import channelcert.certification.stage.DriverUnavailable;
import channelcert.certification.stage.MewsSide;
import channelcert.certification.stage.NotOffered;
import channelcert.certification.stage.OtherConnection;
import channelcert.certification.stage.Probe;
import channelcert.certification.verdict.PriceSide;
import channelcert.contract.Caller;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.client.DriverClient;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.Connection;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the reference property, connects the candidate to it and has the candidate map it. */
final class SetUp {
  private static final Duration NOTIFYING = Duration.ofSeconds(5);

  private final Candidate candidate;
  private final MewsControl mews;
  private final Caller driverCaller;
  private final RunSettings settings;
  private final EvidenceLog recorder;
  private final Clock clock;
  private final Desk desk;
  private final Continuation continuation;

  SetUp(
      Candidate candidate,
      MewsControl mews,
      Caller driverCaller,
      RunSettings settings,
      EvidenceLog recorder,
      Clock clock,
      Desk desk,
      Continuation continuation) {
    this.continuation = continuation;
    this.candidate = candidate;
    this.mews = mews;
    this.driverCaller = driverCaller;
    this.settings = settings;
    this.recorder = recorder;
    this.clock = clock;
    this.desk = desk;
  }

  /**
   * Connects. What enabling the kinds would push is dropped: the rows push what they need.
   *
   * @throws PreflightFailed when the driver does not set the connection up
   */
  Connected connect() throws InterruptedException {
    Optional<Continuation.Bond> earlier = continuation.bond();
    Continuation.Bond bond = earlier.orElseGet(this::bind);
    Property property = mews.property(bond.propertyId());
    String token = bond.connectionToken();
    MewsSide side = new MewsSide(mews, property.id(), token, settings.patience());
    Driver driver = new Driver(new DriverClient(driverCaller), candidate.driver(), token);
    if (earlier.isPresent() && driver.present()) {
      wake(driver);
    }
    if (driver.present()) {
      map(driver, property);
    } else if (!continuation.declared().isEmpty()) {
      declare(continuation.declared());
    } else if (desk.attended()) {
      haveMapped(property, side);
    }
    mews.pushes().hold(token);
    side.enable(EnumSet.allOf(InventoryKind.class));
    side.discardPending();
    mews.pushes().resume(token);
    side.awaitDelivered();
    // A late word that the connection is on would undo what a row switches off.
    side.awaitNotified(NOTIFYING);
    return new Connected(
        candidate,
        side,
        driver,
        probe(token),
        desk,
        mews.today(property.id()),
        () -> another(property));
  }

  private Continuation.Bond bind() {
    Property property = mews.createReferenceProperty(PricingMode.GROSS);
    Connection connection = mews.connect(newConnection(property, candidate.connectionToken()));
    Continuation.Bond bond = new Continuation.Bond(property.id(), connection.token());
    continuation.keep(bond);
    return bond;
  }

  /** A test that was broken off may have left the candidate in maintenance or switched off. */
  private static void wake(Driver driver) {
    for (Runnable step : List.<Runnable>of(driver::leaveMaintenance, driver::activateConnection)) {
      try {
        step.run();
      } catch (DriverUnavailable e) {
        // A driver that lacks the one cannot have been asked for the other.
      }
    }
  }

  /** What was declared stands in the record like what is said during the run. */
  private void declare(List<Property.Pair> pairs) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("answer", "declared");
    for (Property.Pair each : pairs) {
      answer
          .withArray("mappings")
          .addObject()
          .put("ratePlanCode", each.ratePlanCode())
          .put("spaceTypeCode", each.spaceTypeCode());
    }
    desk.declared("setUpConnection", answer);
  }

  /** A person connects and maps; whether it was done is seen by the rows. */
  private void haveMapped(Property property, MewsSide side) throws InterruptedException {
    Map<String, String> values =
        Map.of(
            "mewsUrl",
            mews.url().toString(),
            "connectionToken",
            side.connectionToken(),
            "email",
            property.employeeEmail(),
            "categories",
            codes(side.categories(), Property.SpaceCategory::code),
            "rates",
            codes(side.pairs(), Property.Pair::ratePlanCode),
            "side",
            pricing().name().toLowerCase(Locale.ROOT));
    Errand errand =
        desk.give(
            new Instruction(
                "set-up",
                "setUpConnection",
                "Connect the property and map it",
                Template.fill("set-up", values),
                new Form.Act(false),
                JsonNodeFactory.instance.objectNode()));
    recorder.await(
        all -> errand.ended() ? Optional.of(Boolean.TRUE) : Optional.empty(), desk.patience());
    errand.expired("nobody replied within " + desk.patience().toMinutes() + " minutes");
  }

  private static <T> String codes(List<T> all, Function<T, String> code) {
    return all.stream().map(code).distinct().collect(Collectors.joining(", "));
  }

  private OtherConnection another(Property property) {
    if (candidate.driver() == null) {
      throw new NotOffered("The candidate has no driver that could set up one more connection.");
    }
    Connection connection = mews.connect(newConnection(property, null));
    MewsSide side = new MewsSide(mews, property.id(), connection.token(), settings.patience());
    Driver driver =
        new Driver(new DriverClient(driverCaller), candidate.driver(), connection.token());
    driver.setUpConnection(property.employeeEmail(), pricing());
    return new OtherConnection(side, driver, probe(connection.token()));
  }

  private Probe probe(String connectionToken) {
    return new WireProbe(candidate, connectionToken, mews.url(), recorder, clock);
  }

  private Pricing pricing() {
    return candidate.capabilities().pricing().contains(PriceSide.GROSS)
        ? Pricing.GROSS
        : Pricing.NET;
  }

  private void map(Driver driver, Property property) {
    try {
      driver.setUpConnection(property.employeeEmail(), pricing());
    } catch (DriverUnavailable e) {
      throw new PreflightFailed(
          e.getMessage()
              + " Check the tokens of the candidate file, and that the candidate calls the Mews"
              + " address of this run.");
    }
  }

  private NewConnection newConnection(Property property, @Nullable String token) {
    return newConnection(candidate, property, token, settings.horizonDays());
  }

  static NewConnection newConnection(
      Candidate candidate, Property property, @Nullable String token, int horizonDays) {
    Capabilities capabilities = candidate.capabilities();
    return new NewConnection(
        token,
        property.id(),
        candidate.name(),
        candidate.mewsClientToken(),
        candidate.clientToken(),
        candidate.endpoints(),
        capabilities.sources(),
        horizonDays,
        capabilities.chunkDays(),
        capabilities.maxItems());
  }
}
