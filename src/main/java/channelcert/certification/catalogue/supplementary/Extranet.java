package channelcert.certification.catalogue.supplementary;

import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.PriceSide;
import channelcert.contract.driver.Pricing;
import channelcert.mews.inventory.Nights;

/** Looks at what the candidate shows, where its driver can tell. */
final class Extranet {
  private Extranet() {}

  static void read(Stage stage, Nights nights) {
    if (stage.candidate().readBack() == channelcert.certification.candidate.ReadBack.DRIVER) {
      stage.driver().readAri(nights);
    }
  }

  /** Has it work with gross prices where it can, and notes the side. */
  static void chooseSide(Stage stage, String fact) {
    boolean gross =
        stage
            .candidate()
            .capabilities()
            .pricing()
            .contains(channelcert.certification.verdict.PriceSide.GROSS);
    stage.note(fact, gross ? PriceSide.GROSS.name() : PriceSide.NET.name());
    stage.driver().choosePricing(gross ? Pricing.GROSS : Pricing.NET);
  }
}
