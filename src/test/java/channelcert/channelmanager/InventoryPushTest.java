package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import channelcert.contract.driver.ChoosePricingCommand;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.StoredAri;
import channelcert.contract.driver.StoredAvailability;
import channelcert.contract.driver.StoredPrice;
import channelcert.contract.driver.StoredRestriction;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InventoryPushTest {
  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void storesEveryNightFromTheFirstToTheLastIncluded(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      success(
          running.push("updateAvailability", "m1", units("DBL", "2027-01-01", "2027-01-14", 7)));

      assertThat(running.ari("2026-12-01", "2027-02-01").availabilities())
          .extracting(
              StoredAvailability::spaceTypeCode,
              StoredAvailability::from,
              StoredAvailability::to,
              StoredAvailability::availability)
          .containsExactly(tuple("DBL", day("2027-01-01"), day("2027-01-14"), 7));
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void theLastEntryWinsForEveryNightAlsoInsideOneMessage(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      success(
          running.push(
              "updateAvailability",
              "m1",
              """
              "availabilities":[
                {"spaceTypeCode":"DBL","from":"2027-01-01","to":"2027-01-10","availability":7},
                {"spaceTypeCode":"DBL","from":"2027-01-03","to":"2027-01-03","availability":2}]
              """));
      success(
          running.push("updateAvailability", "m2", units("DBL", "2027-01-05", "2027-01-05", 1)));

      assertThat(running.ari("2027-01-01", "2027-01-10").availabilities())
          .extracting(StoredAvailability::from, StoredAvailability::availability)
          .containsExactly(
              tuple(day("2027-01-01"), 7),
              tuple(day("2027-01-03"), 2),
              tuple(day("2027-01-04"), 7),
              tuple(day("2027-01-05"), 1),
              tuple(day("2027-01-06"), 7));
    }
  }

  @Test
  void showsNegativeAvailabilityAsNone() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      success(
          running.push("updateAvailability", "m1", units("DBL", "2027-01-01", "2027-01-01", -3)));

      assertThat(running.ari("2027-01-01", "2027-01-01").availabilities())
          .extracting(StoredAvailability::availability)
          .containsExactly(0);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void keepsBothSidesOfEveryPriceAndShowsTheChosenOne(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      success(running.push("updatePrices", "m1", prices("FLX", "DBL", "112.00", "102.75")));

      assertThat(amounts(running)).containsExactly("1:112.00", "2:144.00");
      assertThat(running.ari("2027-01-01", "2027-01-14").prices())
          .extracting(each -> each.from(), each -> each.to(), each -> each.currencyCode())
          .containsExactly(tuple(day("2027-01-01"), day("2027-01-14"), "EUR"));

      RunningSide.done(
          running.driver.choosePricing(
              running.driverAt("choosePricing"),
              ChoosePricingCommand.builder()
                  .connectionToken(RunningSide.CONNECTION)
                  .pricing(Pricing.NET)
                  .build()));
      assertThat(amounts(running)).containsExactly("1:102.75", "2:132.11");
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void showsClosingsAndLengthsOfStay(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      success(
          running.push(
              "updateRestrictions",
              "m1",
              """
              "restrictions":[
                {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-01","to":"2027-01-02","state":[1],"minLos":2,"maxLos":null},
                {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-03","to":"2027-01-03","state":[8,2]},
                {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-04","to":"2027-01-04","state":[2,6],"minLos":3,"maxLos":7},
                {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-05","to":"2027-01-05","state":[7,2]},
                {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-02","to":"2027-01-02","state":[1]}]
              """));

      assertThat(running.ari("2027-01-01", "2027-01-05").restrictions())
          .extracting(
              StoredRestriction::from,
              StoredRestriction::closed,
              StoredRestriction::closedToArrival,
              StoredRestriction::closedToDeparture,
              StoredRestriction::minLos,
              StoredRestriction::maxLos)
          .containsExactly(
              tuple(day("2027-01-01"), false, false, false, 2, null),
              tuple(day("2027-01-02"), false, false, false, null, null),
              tuple(day("2027-01-03"), true, false, false, null, null),
              tuple(day("2027-01-04"), false, true, false, 3, 7),
              tuple(day("2027-01-05"), false, false, true, null, null));
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void listsEveryBadCodeOnceAndStoresNothing(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      SimpleResponse answer =
          running.push(
              "updateRestrictions",
              "m1",
              """
              "restrictions":[
                {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-01","to":"2027-01-01","state":[1]},
                {"spaceTypeCode":"XYZ","ratePlanCode":"NEW1","from":"2027-01-01","to":"2027-01-01","state":[1]},
                {"spaceTypeCode":"DBL","ratePlanCode":"NEW1","from":"2027-01-02","to":"2027-01-02","state":[1]},
                {"spaceTypeCode":"DBL","ratePlanCode":"NEW2","from":"2027-01-02","to":"2027-01-02","state":[1]},
                {"spaceTypeCode":"SGL","ratePlanCode":"NRF","from":"2027-01-02","to":"2027-01-02","state":[1]}]
              """);

      assertThat(answer.success()).isFalse();
      assertThat(answer.errors())
          .extracting(Error::code, Error::rateCode, Error::categoryCode)
          .containsExactly(
              tuple(ErrorCode.RATE_ERROR, "NEW1", null),
              tuple(ErrorCode.CATEGORY_ERROR, null, "XYZ"),
              tuple(ErrorCode.RATE_ERROR, "NEW2", null),
              tuple(ErrorCode.RATE_CATEGORY_ERROR, "NRF", "SGL"));
      assertThat(answer.errors())
          .allSatisfy(error -> assertThat(error.message()).contains("Mapping", "full update"));
      assertThat(running.ari("2027-01-01", "2027-01-05").restrictions()).isEmpty();
    }
  }

  @Test
  void namesTheUnmappedCategoryOfAnAvailability() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      SimpleResponse answer =
          running.push("updateAvailability", "m1", units("LOFT", "2027-01-01", "2027-01-02", 1));

      assertThat(answer.errors())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.code()).isEqualTo(ErrorCode.CATEGORY_ERROR);
                assertThat(error.categoryCode()).isEqualTo("LOFT");
                assertThat(error.message()).contains("LOFT");
              });
    }
  }

  @Test
  void refusesContradictionsWithCode6() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      invalid(
          running.push("updateAvailability", "m1", units("DBL", "2027-01-02", "2027-01-01", 1)));
      invalid(
          running.push("updateAvailability", "m2", units("DBL", "0001-01-01", "9999-12-31", 1)));
      invalid(
          running.push(
              "updateAvailability", "m".repeat(256), units("DBL", "2027-01-01", "2027-01-01", 1)));
      invalid(running.push("updatePrices", "m3", "\"x\":1"));
      invalid(running.push("updateRestrictions", "m4", restriction("[2]", "null", "null")));
      invalid(running.push("updateRestrictions", "m5", restriction("[1,2,8]", "null", "null")));
      invalid(running.push("updateRestrictions", "m6", restriction("[1]", "5", "3")));
      invalid(running.push("updateRestrictions", "m7", restriction("[3]", "null", "null")));
      invalid(running.push("updateRestrictions", "m8", restriction("[null]", "null", "null")));
      invalid(running.send("updateAvailability", "{"));
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void answersARepeatedMessageAsBeforeAndChangesNothing(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      success(
          running.push("updateAvailability", "m1", units("DBL", "2027-01-01", "2027-01-01", 4)));
      success(
          running.push("updateAvailability", "m2", units("DBL", "2027-01-01", "2027-01-01", 5)));
      success(
          running.push("updateAvailability", "m1", units("DBL", "2027-01-01", "2027-01-01", 4)));
      assertThat(running.ari("2027-01-01", "2027-01-01").availabilities())
          .extracting(StoredAvailability::availability)
          .containsExactly(5);

      SimpleResponse refused =
          running.push("updateAvailability", "m3", units("LOFT", "2027-01-01", "2027-01-01", 4));
      assertThat(
              running.push("updateAvailability", "m3", units("DBL", "2027-01-01", "2027-01-01", 4)))
          .isEqualTo(refused);
    }
  }

  @Test
  void anAcknowledgedPushSurvivesARestart(@TempDir Path folder) {
    DatabaseUrl url = DatabaseUrl.embedded(folder.resolve("channelmanager"));
    StoredAri before;
    try (RunningSide running = RunningSide.ready(url)) {
      success(
          running.push("updateAvailability", "m1", units("DBL", "2027-01-01", "2027-01-14", 7)));
      success(running.push("updatePrices", "m2", prices("FLX", "DBL", "112.00", "102.75")));
      success(running.push("updateRestrictions", "m3", restriction("[2,8]", "2", "null")));
      before = running.ari("2027-01-01", "2027-01-31");
    }
    try (RunningSide again = new RunningSide(url)) {
      assertThat(again.ari("2027-01-01", "2027-01-31")).isEqualTo(before);
    }
  }

  private static List<String> amounts(RunningSide running) {
    return running.ari("2027-01-01", "2027-01-14").prices().stream()
        .flatMap(each -> each.prices().stream())
        .map(InventoryPushTest::amount)
        .toList();
  }

  private static String amount(StoredPrice price) {
    BigDecimal amount = price.amount();
    return price.guestCount() + ":" + amount;
  }

  private static String units(String category, String from, String to, int units) {
    return """
    "availabilities":[{"spaceTypeCode":"%s","from":"%s","to":"%s","availability":%d}]
    """
        .formatted(category, from, to, units);
  }

  private static String prices(String rate, String category, String gross, String net) {
    return """
    "ratePrices":[{"spaceTypeCode":"%s","ratePlanCode":"%s","from":"2027-01-01","to":"2027-01-14",
      "prices":[{"grossAmount":%s,"netAmount":%s,"currencyCode":"EUR","guestCount":1},
                {"grossAmount":144.00,"netAmount":132.11,"currencyCode":"EUR","guestCount":2}],
      "agePrices":[{"grossAmount":20.00,"netAmount":18.35,"currencyCode":"EUR","guestCount":1,"ageCategoryCode":"Child"}]}],
    "dependentRates":[{"rateCode":"NRF","baseRateCode":"FLX","adjustments":[{"relativeValue":-10.0,"absoluteValue":0}]}]
    """
        .formatted(category, rate, gross, net);
  }

  private static String restriction(String states, String minLos, String maxLos) {
    return """
    "restrictions":[{"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-10","to":"2027-01-12",
      "state":%s,"minLos":%s,"maxLos":%s}]
    """
        .formatted(states, minLos, maxLos);
  }

  private static void success(SimpleResponse answer) {
    assertThat(answer)
        .isEqualTo(SimpleResponse.builder().success(true).asyncConfirmation(false).build());
  }

  private static void invalid(SimpleResponse answer) {
    assertThat(answer.success()).isFalse();
    assertThat(answer.errors())
        .singleElement()
        .extracting(Error::code)
        .isEqualTo(ErrorCode.VALIDATION_ERROR);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
