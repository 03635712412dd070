package channelcert.certification.run;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.preflight.Diagnosis;
import channelcert.certification.preflight.MappingCheck;
import channelcert.certification.stage.Driver;
import channelcert.certification.stage.DriverUnavailable;
import channelcert.certification.verdict.PriceSide;
import channelcert.contract.Caller;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.client.DriverClient;
import channelcert.mews.MewsControl;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Has the driver set a connection up, as a run would, only to see what it maps. */
public final class TrialMapping {
  private TrialMapping() {}

  /**
   * What is to be said of the mapping that the candidate reports.
   *
   * @param called whether the candidate has called Mews by then
   */
  public static List<Diagnosis> of(
      Candidate candidate, MewsControl mews, Caller driverCaller, BooleanSupplier called) {
    Property property = mews.createReferenceProperty(PricingMode.GROSS);
    String token =
        mews.connect(SetUp.newConnection(candidate, property, candidate.connectionToken(), 365))
            .token();
    Driver driver = new Driver(new DriverClient(driverCaller), candidate.driver(), token);
    Pricing pricing =
        candidate.capabilities().pricing().contains(PriceSide.GROSS) ? Pricing.GROSS : Pricing.NET;
    try {
      return MappingCheck.check(
          driver.setUpConnection(property.employeeEmail(), pricing), property);
    } catch (DriverUnavailable e) {
      return List.of(
          MappingCheck.notSetUp(String.valueOf(e.getMessage()), mews.url(), called.getAsBoolean()));
    }
  }
}
