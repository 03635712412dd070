package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.shared.SimpleResponse;
import channelcert.store.Databases;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Price pushes as Mews sends them against the same ones with an unknown property, which are read
 * with care: both are taken or refused in the same words, and store the same.
 */
class PlainPricesTest {
  private static final String ENTRIES =
      """
      "ratePrices":[
        {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-03-01","to":"2027-03-03","prices":[
          {"grossAmount":112.00,"netAmount":102.75,"currencyCode":"EUR","guestCount":1},
          {"grossAmount":144,"netAmount":132.110000,"currencyCode":"EUR","guestCount":2}],"agePrices":[]},
        {"ratePlanCode":"NRF","spaceTypeCode":"DBL","prices":[
          {"guestCount":1,"currencyCode":"EUR","netAmount":0,"grossAmount":0.5}],"to":"2027-03-09","from":"2027-03-02"},
        {"spaceTypeCode":"SGL","ratePlanCode":"FLX","from":"2027-03-05","to":"2027-03-05","agePrices":null,
         "prices":[{"grossAmount":99.9,"netAmount":9,"currencyCode":"EUR","guestCount":1}]}]
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
          "1",
          "-",
          ".",
          "e2",
          "0",
          "9999",
          "GBP",
          "LOFT",
          "null",
          "\\u0044",
          "é",
          "7777777777777777777",
          " ",
          "\"from\":\"2027-03-01\",",
          "{\"grossAmount\":1,\"netAmount\":1,\"currencyCode\":\"EUR\",\"guestCount\":3},");

  @Test
  void readsPlainMessagesAsItReadsThemWithCare() {
    Random random = new Random(1_848);
    int taken = 0;
    try (RunningSide plain = RunningSide.ready(Databases.inMemory());
        RunningSide careful = RunningSide.ready(Databases.inMemory())) {
      for (int round = 0; round < 600; round++) {
        String entries = round == 0 ? ENTRIES : changed(random);
        SimpleResponse answer = plain.push("updatePrices", "m" + round, entries);
        SimpleResponse expected =
            careful.push("updatePrices", "m" + round, "\"unknown\":{\"to\":[1]}," + entries);
        assertThat(words(answer)).as(entries).isEqualTo(words(expected));
        taken += answer.success() ? 1 : 0;
      }
      assertThat(taken).isBetween(50, 550);
      assertThat(plain.ari("2027-01-01", "2027-12-31"))
          .isEqualTo(careful.ari("2027-01-01", "2027-12-31"));
    }
  }

  /** Where something stands in the text differs between the two. */
  private static String words(SimpleResponse answer) {
    return answer.toString().replaceAll("line \\d+, column \\d+", "somewhere");
  }

  private static String changed(Random random) {
    int at = random.nextInt(ENTRIES.length());
    int to = Math.min(ENTRIES.length(), at + random.nextInt(3));
    String piece = random.nextInt(4) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
    return ENTRIES.substring(0, at) + piece + ENTRIES.substring(to);
  }
}
