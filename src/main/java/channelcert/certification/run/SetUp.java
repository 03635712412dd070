package channelcert.certification.run;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.Capabilities;
import channelcert.certification.stage.Driver;
import channelcert.certification.stage.DriverUnavailable;
import channelcert.certification.stage.MewsSide;
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
import java.util.EnumSet;

/** Makes the reference property, connects the candidate to it and has the candidate map it. */
final class SetUp {
  private final Candidate candidate;
  private final MewsControl mews;
  private final Caller driverCaller;
  private final RunSettings settings;

  SetUp(Candidate candidate, MewsControl mews, Caller driverCaller, RunSettings settings) {
    this.candidate = candidate;
    this.mews = mews;
    this.driverCaller = driverCaller;
    this.settings = settings;
  }

  /**
   * Connects. What enabling the kinds would push is dropped: the rows push what they need.
   *
   * @throws PreflightFailed when the driver does not set the connection up
   */
  Connected connect() {
    Property property = mews.createReferenceProperty(PricingMode.GROSS);
    Connection connection = mews.connect(newConnection(property));
    MewsSide side = new MewsSide(mews, property.id(), connection.token(), settings.patience());
    Driver driver =
        new Driver(new DriverClient(driverCaller), candidate.driver(), connection.token());
    if (driver.present()) {
      map(driver, property);
    }
    side.enable(EnumSet.allOf(InventoryKind.class));
    side.discardPending();
    side.awaitDelivered();
    return new Connected(candidate, side, driver, mews.today(property.id()));
  }

  private void map(Driver driver, Property property) {
    boolean gross = candidate.capabilities().pricing().contains(PriceSide.GROSS);
    try {
      driver.setUpConnection(property.employeeEmail(), gross ? Pricing.GROSS : Pricing.NET);
    } catch (DriverUnavailable e) {
      throw new PreflightFailed(
          e.getMessage()
              + " Check the tokens of the candidate file, and that the candidate calls the Mews"
              + " address of this run.");
    }
  }

  private NewConnection newConnection(Property property) {
    Capabilities capabilities = candidate.capabilities();
    return new NewConnection(
        candidate.connectionToken(),
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
