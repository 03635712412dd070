package channelcert.certification.run;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.Capabilities;
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
import channelcert.exchange.Recorder;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.Connection;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import java.time.Clock;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Makes the reference property, connects the candidate to it and has the candidate map it. */
final class SetUp {
  private final Candidate candidate;
  private final MewsControl mews;
  private final Caller driverCaller;
  private final RunSettings settings;
  private final Recorder recorder;
  private final Clock clock;

  SetUp(
      Candidate candidate,
      MewsControl mews,
      Caller driverCaller,
      RunSettings settings,
      Recorder recorder,
      Clock clock) {
    this.candidate = candidate;
    this.mews = mews;
    this.driverCaller = driverCaller;
    this.settings = settings;
    this.recorder = recorder;
    this.clock = clock;
  }

  /**
   * Connects. What enabling the kinds would push is dropped: the rows push what they need.
   *
   * @throws PreflightFailed when the driver does not set the connection up
   */
  Connected connect() {
    Property property = mews.createReferenceProperty(PricingMode.GROSS);
    Connection connection = mews.connect(newConnection(property, candidate.connectionToken()));
    MewsSide side = new MewsSide(mews, property.id(), connection.token(), settings.patience());
    Driver driver =
        new Driver(new DriverClient(driverCaller), candidate.driver(), connection.token());
    if (driver.present()) {
      map(driver, property);
    }
    side.enable(EnumSet.allOf(InventoryKind.class));
    side.discardPending();
    side.awaitDelivered();
    return new Connected(
        candidate,
        side,
        driver,
        probe(connection.token()),
        mews.today(property.id()),
        () -> another(property));
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
    Capabilities capabilities = candidate.capabilities();
    return new NewConnection(
        token,
        property.id(),
        candidate.name(),
        candidate.mewsClientToken(),
        candidate.clientToken(),
        candidate.endpoints(),
        capabilities.sources(),
        settings.horizonDays(),
        capabilities.chunkDays(),
        capabilities.maxItems());
  }
}
