package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.DependentRate;
import channelcert.contract.channelmanager.RatePrice;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.http.StreamedJson.EntryList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A body read entry by entry against the same body read at once. */
class StreamedJsonTest {
  private static final String MESSAGE =
      """
      {"clientToken":"c","connectionToken":"t","messageId":"m","responseUrl":"http://m/","new":{"a":[1]},
       "ratePrices":[
        {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-01","to":"2027-01-14","prices":[
          {"grossAmount":112.00,"netAmount":102.75,"currencyCode":"EUR","guestCount":1},
          {"grossAmount":144,"netAmount":132.11,"currencyCode":"EUR","guestCount":2}],
         "agePrices":[{"grossAmount":1e1,"netAmount":9,"currencyCode":"EUR","guestCount":1,"ageCategoryCode":"Child"}]},
        {"spaceTypeCode":"SGL","ratePlanCode":"NRF","from":"2027-02-01","to":"2027-02-28","prices":[],"agePrices":null}],
       "dependentRates":[{"rateCode":"NRF","baseRateCode":"FLX","adjustments":[{"relativeValue":-10,"absoluteValue":0}]}]}
      """;

  private static final List<String> PIECES =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "1",
          "-",
          ".5",
          "e9",
          "2027-02-30",
          "eur",
          "\"to\":",
          "\"prices\":",
          "true",
          "0",
          "\"x\":1,",
          "\"x\":{\"y\":[null]},");

  @Test
  void acceptsRefusesAndWordsLikeABodyThatIsReadAtOnce() {
    Random random = new Random(4_711);
    int accepted = 0;
    for (int round = 0; round < 20_000; round++) {
      String body = round == 0 ? MESSAGE : changed(random);
      String atOnce = atOnce(body);
      String streamed = streamed(body);
      if (isJson(body)) {
        assertThat(streamed).as(body).isEqualTo(atOnce);
      } else {
        // Where the text breaks off, either may complain about something before it.
        assertThat(List.of(atOnce, streamed)).as(body).noneMatch(each -> each.startsWith("read"));
      }
      accepted += atOnce.startsWith("read") ? 1 : 0;
    }
    assertThat(accepted).isBetween(500, 19_500);
  }

  private static boolean isJson(String body) {
    try {
      return Json.mapper().readTree(body) != null;
    } catch (IOException broken) {
      return false;
    }
  }

  /** One change, so that there is one thing to complain about. */
  private static String changed(Random random) {
    int at = random.nextInt(MESSAGE.length());
    int to = Math.min(MESSAGE.length(), at + random.nextInt(3) * random.nextInt(20));
    String piece = random.nextInt(3) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
    return MESSAGE.substring(0, at) + piece + MESSAGE.substring(to);
  }

  private static String atOnce(String body) {
    try {
      UpdatePricesRequest request = JsonInput.read(stream(body), UpdatePricesRequest.class);
      return "read " + request;
    } catch (Unreadable unreadable) {
      return unreadable.ofRequest();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String streamed(String body) {
    List<RatePrice> prices = new ArrayList<>();
    List<DependentRate> rates = new ArrayList<>();
    try {
      UpdatePricesRequest request =
          new StreamedJson(stream(body))
              .read(
                  UpdatePricesRequest.class,
                  Map.of(
                      "ratePrices", new EntryList<>(RatePrice.class, prices::add),
                      "dependentRates", new EntryList<>(DependentRate.class, rates::add)));
      return "read "
          + request
              .with()
              .ratePrices(request.ratePrices() == null ? null : prices)
              .dependentRates(request.dependentRates() == null ? null : rates)
              .build();
    } catch (RefusedRequest refused) {
      return refused.fault().message();
    }
  }

  @Test
  void handsOverNothingBehindAnEntryThatBreaksARule() {
    List<RatePrice> prices = new ArrayList<>();
    String body = MESSAGE.replace("\"EUR\",\"guestCount\":1}", "\"euro\",\"guestCount\":1}");
    try {
      new StreamedJson(stream(body))
          .read(
              UpdatePricesRequest.class,
              Map.of("ratePrices", new EntryList<>(RatePrice.class, prices::add)));
      assertThat(body).as("should be refused").isEmpty();
    } catch (RefusedRequest refused) {
      assertThat(refused.fault().message()).contains("ratePrices[0].prices[0].currencyCode");
    }
    assertThat(prices).isEmpty();
  }

  private static ByteArrayInputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }
}
