package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.store.Databases;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Messages that no hotel would send: refused clearly, nothing half-applied. */
class WildPushTest {
  private static final RunningSide RUNNING = RunningSide.ready(Databases.inMemory());

  @AfterAll
  static void stop() {
    RUNNING.close();
  }

  @Test
  void refusesGuestCountsBelowOneAndStoresNothingOfTheMessage() {
    for (String guests : List.of("0", "-2")) {
      SimpleResponse answer =
          RUNNING.push(
              "updatePrices",
              "guests" + guests,
              "\"ratePrices\":["
                  + price("FLX", "DBL", "1")
                  + ","
                  + price("FLX", "DBL", guests)
                  + "]");
      refused(answer, ErrorCode.VALIDATION_ERROR, "number of guests from 1 up");
    }
    assertThat(RUNNING.ari("2027-03-01", "2027-03-02").prices()).isEmpty();
  }

  @Test
  void namesAnUnmappedCodeOfTenThousandCharacters() {
    String code = "X".repeat(10_000);
    SimpleResponse answer =
        RUNNING.push("updatePrices", "long", "\"ratePrices\":[" + price(code, "DBL", "1") + "]");

    refused(answer, ErrorCode.RATE_ERROR, "not mapped");
    assertThat(answer.errors()).extracting(Error::rateCode).containsExactly(code);
  }

  @Test
  void refusesAnEmptyCodeLikeAnyOtherThatIsNotMapped() {
    SimpleResponse answer =
        RUNNING.push("updatePrices", "empty", "\"ratePrices\":[" + price("", "DBL", "1") + "]");

    refused(answer, ErrorCode.RATE_ERROR, "not mapped");
  }

  @Test
  void refusesAMillionUnknownProperties() {
    String unknown =
        IntStream.range(0, 1_000_000)
            .mapToObj(number -> "\"u" + number + "\":1")
            .collect(Collectors.joining(","));
    refused(
        RUNNING.push("updateAvailability", "million", unknown + "," + units(7)),
        ErrorCode.VALIDATION_ERROR,
        "more than 10000 properties");
    refused(
        RUNNING.push("updateAvailability", "nested", "\"extra\":{" + unknown + "}," + units(7)),
        ErrorCode.VALIDATION_ERROR,
        "more than 10000 properties");
    refused(
        RUNNING.push("updateAvailability", "inside", units(7).replace("}]", "," + unknown + "}]")),
        ErrorCode.VALIDATION_ERROR,
        "more than 10000 properties");
    assertThat(RUNNING.ari("2027-03-01", "2027-03-02").availabilities()).isEmpty();
  }

  @Test
  void takesALargeMessageByWayOfAFileThatIsGoneAfterwards() {
    String entries =
        IntStream.range(0, 40_000)
            .mapToObj(number -> entry(number % 50, "2027-04-01", "2027-04-02"))
            .collect(Collectors.joining(","));

    assertThat(
            RUNNING
                .push("updateAvailability", "large", "\"availabilities\":[" + entries + "]")
                .success())
        .isTrue();
    assertThat(RUNNING.ari("2027-04-01", "2027-04-02").availabilities())
        .singleElement()
        .satisfies(run -> assertThat(run.availability()).isEqualTo(49));
    assertThat(new File(System.getProperty("java.io.tmpdir")).list())
        .noneMatch(name -> name.startsWith("channelcert-") && name.endsWith(".body"));
  }

  private static void refused(SimpleResponse answer, ErrorCode code, String words) {
    assertThat(answer.success()).isFalse();
    assertThat(answer.errors())
        .anySatisfy(
            error -> {
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.message()).contains(words);
            });
  }

  private static String units(int units) {
    return "\"availabilities\":[" + entry(units, "2027-03-01", "2027-03-02") + "]";
  }

  private static String entry(int units, String from, String to) {
    return """
    {"spaceTypeCode":"DBL","from":"%s","to":"%s","availability":%d}\
    """
        .formatted(from, to, units);
  }

  private static String price(String ratePlan, String space, String guests) {
    return """
    {"spaceTypeCode":"%s","ratePlanCode":"%s","from":"2027-03-01","to":"2027-03-02",
     "prices":[{"grossAmount":100,"netAmount":90,"currencyCode":"EUR","guestCount":%s}]}\
    """
        .formatted(space, ratePlan, guests);
  }
}
