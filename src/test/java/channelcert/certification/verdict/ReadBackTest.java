package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.WrongNight;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReadBackTest {
  private static final String ASKED =
      "{\"connectionToken\":\"C\",\"from\":\"2027-01-01\",\"to\":\"2027-01-31\"}";
  private static final String PRICES =
      """
      {"ratePrices":[{"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-01","to":"2027-01-03",
        "prices":[{"guestCount":1,"grossAmount":109.01,"netAmount":100.01},
                  {"guestCount":2,"grossAmount":120.45,"netAmount":110.50}]}]}
      """;
  private static final String STORED_GROSS =
      """
      {"pricing":"GROSS","prices":[{"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-01","to":"2027-01-03",
        "prices":[{"guestCount":1,"amount":109.010},{"guestCount":2,"amount":120.45}]}]}
      """;

  @Test
  void passesWhenEveryNightAndOccupancyIsThere() {
    Finding finding = prices(STORED_GROSS).judgedBy(ReadBack.prices(PriceSide.GROSS));
    assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(finding.expected()).contains("all 6 pushed values");
  }

  @Test
  void findsNetStoredForGross() {
    Finding finding =
        prices(STORED_GROSS.replace("109.010", "100.01").replace("120.45", "110.50"))
            .judgedBy(ReadBack.prices(PriceSide.GROSS));
    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.actual())
        .contains("6 of 6 values differ", "DBL/FLX 2027-01-01 for 1 = 100.01");
    assertThat(finding.expected()).contains("DBL/FLX 2027-01-01 for 1 = 109.01");
    assertThat(finding.hint()).contains("grossAmount");
    assertThat(finding.lesson().cause()).isEqualTo(Cause.NET_FOR_GROSS);
    assertThat(finding.lesson().wrongNights()).isEqualTo(6);
    assertThat(finding.lesson().nights())
        .hasSize(6)
        .first()
        .isEqualTo(new WrongNight("DBL", "FLX", 1, LocalDate.of(2027, 1, 1), "109.01", "100.01"));
  }

  @Test
  void theSameStoredValuesAreWrongForNet() {
    assertThat(prices(STORED_GROSS).judgedBy(ReadBack.prices(PriceSide.NET)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void theSideMayStandInANote() {
    assertThat(
            prices(STORED_GROSS).fact("side", "GROSS").judgedBy(ReadBack.prices("side")).verdict())
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void findsALostOccupancy() {
    Finding finding =
        prices(STORED_GROSS.replace(",{\"guestCount\":2,\"amount\":120.45}", ""))
            .judgedBy(ReadBack.prices(PriceSide.GROSS));
    assertThat(finding.actual()).contains("3 of 6", "for 2 = nothing");
    assertThat(finding.hint()).contains("one price for each guestCount");
    assertThat(finding.lesson().cause()).isEqualTo(Cause.GUEST_COUNTS_LOST);
  }

  @Test
  void findsALastNightThatIsNotStored() {
    Finding finding =
        prices(STORED_GROSS.replace("\"to\":\"2027-01-03\"", "\"to\":\"2027-01-02\""))
            .judgedBy(ReadBack.prices(PriceSide.GROSS));
    assertThat(finding.actual()).contains("2 of 6");
    assertThat(finding.hint()).contains("'to' is a night too");
    assertThat(finding.lesson().cause()).isEqualTo(Cause.LAST_NIGHT_LOST);
  }

  @Test
  void findsWhatIsNotStoredAtAll() {
    Finding finding = prices("{\"prices\":[]}").judgedBy(ReadBack.prices(PriceSide.GROSS));
    assertThat(finding.hint()).contains("refuse what you cannot store");
    assertThat(finding.lesson().cause()).isEqualTo(Cause.ITEMS_LOST);
  }

  @Test
  void theLastPushWins() {
    String second = PRICES.replace("120.45", "131.07").replace("2027-01-01", "2027-01-02");
    Evidence evidence =
        Evidence.empty()
            .push(PushKind.PRICES, PRICES, OK)
            .push(PushKind.PRICES, second, OK)
            .driver("readAri", ASKED, STORED_GROSS);
    Finding finding = evidence.judgedBy(ReadBack.prices(PriceSide.GROSS));
    assertThat(finding.actual()).contains("2 of 6", "2027-01-02 for 2 = 120.45");
    assertThat(finding.hint()).contains("the last one wins");
  }

  @Test
  void aRefusedPushIsNotExpected() {
    Evidence evidence =
        Evidence.empty()
            .push(PushKind.PRICES, PRICES, OK)
            .push(PushKind.PRICES, PRICES.replace("120.45", "1.00"), "{\"success\":false}")
            .driver("readAri", ASKED, STORED_GROSS);
    assertThat(evidence.judgedBy(ReadBack.prices(PriceSide.GROSS)).verdict())
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void anOldReadBackProvesNothing() {
    Evidence evidence =
        Evidence.empty().driver("readAri", ASKED, STORED_GROSS).push(PushKind.PRICES, PRICES, OK);
    assertThat(evidence.judgedBy(ReadBack.prices(PriceSide.GROSS)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void withoutReadBackOrAcceptanceItStaysOpen() {
    assertThat(
            Evidence.empty()
                .push(PushKind.PRICES, PRICES, OK)
                .judgedBy(ReadBack.prices(PriceSide.GROSS))
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(
            Evidence.empty()
                .push(PushKind.PRICES, PRICES, "{\"success\":false}")
                .judgedBy(ReadBack.prices(PriceSide.GROSS))
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void availabilityIsComparedByNight() {
    String push =
        """
        {"availabilities":[{"spaceTypeCode":"DBL","from":"2027-01-01","to":"2027-01-02","availability":7},
                           {"spaceTypeCode":"DBL","from":"2027-01-03","to":"2027-01-04","availability":0}]}
        """;
    String stored =
        """
        {"availabilities":[{"spaceTypeCode":"DBL","from":"2027-01-01","to":"2027-01-02","availability":7},
                           {"spaceTypeCode":"DBL","from":"2027-01-03","to":"2027-01-04","availability":0}]}
        """;
    Evidence right =
        Evidence.empty().push(PushKind.AVAILABILITY, push, OK).driver("readAri", ASKED, stored);
    assertThat(right.judgedBy(ReadBack.availability()).verdict()).isEqualTo(Verdict.PASSED);
    Evidence shifted =
        Evidence.empty()
            .push(PushKind.AVAILABILITY, push, OK)
            .driver(
                "readAri",
                ASKED,
                stored.replace("-02\",\"av", "-01\",\"av").replace("01-03", "01-02"));
    Finding finding = shifted.judgedBy(ReadBack.availability());
    assertThat(finding.actual()).contains("1 of 4", "DBL 2027-01-02 = 0");
  }

  @Test
  void restrictionsAreComparedByMeaning() {
    assertThat(restriction("[2,8,6]", "null", "null", "true", "false", "null"))
        .isEqualTo(Verdict.PASSED);
    assertThat(restriction("[2,6]", "null", "null", "false", "true", "null"))
        .isEqualTo(Verdict.PASSED);
    assertThat(restriction("[1]", "3", "null", "false", "false", "3")).isEqualTo(Verdict.PASSED);
    assertThat(restriction("[1]", "3", "null", "false", "false", "null")).isEqualTo(Verdict.FAILED);
    assertThat(restriction("[2,8]", "null", "null", "false", "false", "null"))
        .isEqualTo(Verdict.FAILED);
    assertThat(restriction("[2,6]", "null", "null", "false", "false", "null"))
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void whatCannotBeExpressedMayBeClosedButNotOpened() {
    assertThat(restriction("[2,6]", "3", "7", "true", "false", "null")).isEqualTo(Verdict.PASSED);
    assertThat(restriction("[2,6]", "3", "7", "false", "false", "null")).isEqualTo(Verdict.FAILED);
    assertThat(restriction("[2,6]", "null", "null", "true", "false", "null"))
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void anOpenNightMayBeAbsent() {
    Evidence evidence =
        Evidence.empty()
            .push(PushKind.RESTRICTIONS, pushed("[1]", "null", "null"), OK)
            .driver("readAri", ASKED, "{\"restrictions\":[]}");
    assertThat(evidence.judgedBy(ReadBack.restrictions()).verdict()).isEqualTo(Verdict.PASSED);
  }

  private static Verdict restriction(
      String state,
      String minLos,
      String maxLos,
      String closed,
      String noArrival,
      String storedMin) {
    String stored =
        "{\"restrictions\":[{\"spaceTypeCode\":\"DBL\",\"ratePlanCode\":\"FLX\",\"from\":\"2027-01-01\","
            + "\"to\":\"2027-01-02\",\"closed\":"
            + closed
            + ",\"closedToArrival\":"
            + noArrival
            + ",\"closedToDeparture\":false,\"minLos\":"
            + storedMin
            + ",\"maxLos\":null}]}";
    return Evidence.empty()
        .push(PushKind.RESTRICTIONS, pushed(state, minLos, maxLos), OK)
        .driver("readAri", ASKED, stored)
        .judgedBy(ReadBack.restrictions())
        .verdict();
  }

  private static String pushed(String state, String minLos, String maxLos) {
    return "{\"restrictions\":[{\"spaceTypeCode\":\"DBL\",\"ratePlanCode\":\"FLX\",\"from\":\"2027-01-01\","
               + "\"to\":\"2027-01-02\",\"state\":"
        + state
        + ",\"minLos\":"
        + minLos
        + ",\"maxLos\":"
        + maxLos
        + "}]}";
  }

  private static Evidence prices(String stored) {
    return Evidence.empty().push(PushKind.PRICES, PRICES, OK).driver("readAri", ASKED, stored);
  }
}
