package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** With the worked vector of the domain reference, 13.4. */
class PackagePriceTest {
  private static final Check CHECK = PackagePrice.isBasePlusProduct("base", "PKG");
  private static final String PROPERTY =
      """
      {"today":"2027-01-01","horizonNights":365,"taxPercent":9,"categories":[],"pairs":[],
       "products":[{"code":"BRK","pricing":4,"gross":12.00,"net":11.01,"packagedInto":["PKG"]},
                   {"code":"LTC","pricing":1,"gross":25.00,"net":22.94,"packagedInto":["PKG"]},
                   {"code":"PRK","pricing":3,"gross":10.00,"net":9.17,"packagedInto":[]}]}
      """;
  private static final String BASE =
      "[{\"spaceTypeCode\":\"DBL\",\"from\":\"2027-01-01\",\"to\":\"2027-01-02\",\"gross\":[100.00,120.00]}]";
  private static final String PUSH =
      """
      {"ratePrices":[{"spaceTypeCode":"DBL","ratePlanCode":"PKG","from":"2027-01-01","to":"2027-01-02",
        "prices":[{"guestCount":1,"grossAmount":112.00,"netAmount":102.75},
                  {"guestCount":2,"grossAmount":144.00,"netAmount":132.11}]}]}
      """;

  @Test
  void thePushedPriceHoldsTheBreakfastOfEveryGuest() {
    Finding finding = pushed(PUSH).judgedBy(CHECK);
    assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(finding.actual()).contains("4 prices");
  }

  @Test
  void anotherPriceIsOurOwnFault() {
    Evidence evidence = pushed(PUSH.replace("144.00", "132.00"));
    assertThatThrownBy(() -> evidence.judgedBy(CHECK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("make 144 / 132.11");
  }

  private static Evidence pushed(String push) {
    return Evidence.empty()
        .setUp(PROPERTY, Evidence.empty())
        .fact("base", BASE)
        .push(PushKind.PRICES, push, OK);
  }
}
