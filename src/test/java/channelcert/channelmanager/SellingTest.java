package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.channelmanager.access.Access;
import channelcert.channelmanager.access.SecretStore;
import channelcert.channelmanager.access.SessionStore;
import channelcert.contract.shared.ErrorCode;
import channelcert.http.Json;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The selling API: what can be booked, and what becomes of bookings. */
class SellingTest {
  @SuppressWarnings("NullAway.Init")
  private RunningSide running;

  private String key = "";

  @BeforeEach
  void start() {
    start(Databases.inMemory());
  }

  private void start(DatabaseUrl url) {
    running = RunningSide.ready(url);
    Access access =
        new Access(
            new SecretStore(running.database),
            new SessionStore(running.database),
            () -> UUID.randomUUID().toString(),
            running.clock);
    key = access.newSellingKey();
    push(
        "updateAvailability",
        "\"availabilities\":[{\"spaceTypeCode\":\"DBL\",\"from\":\"2026-12-01\",\"to\":\"2027-11-30\",\"availability\":2}]");
    push(
        "updatePrices",
        """
        "ratePrices":[{"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2026-12-01","to":"2027-11-30","prices":[
          {"grossAmount":100.00,"netAmount":91.74,"currencyCode":"EUR","guestCount":1},
          {"grossAmount":120.00,"netAmount":110.09,"currencyCode":"EUR","guestCount":2}]}]
        """);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @ParameterizedTest(name = "{0} {1}-{2}: {3} to {4}")
  @CsvSource({
    "'2,8',,,2027-09-29,2027-09-30,",
    "'2,8',,,2027-09-29,2027-10-01,Closed on 2027-09-30.",
    "'2,6',,,2027-09-30,2027-10-02,Closed to arrival on 2027-09-30.",
    "'2,6',,,2027-09-28,2027-10-02,",
    "'2,7',,,2027-09-28,2027-09-30,Closed to departure on 2027-09-30.",
    "'2,7',,,2027-10-04,2027-10-07,",
    "'1',2,10,2027-10-01,2027-10-02,Closed for a stay of 1 night by a length-of-stay restriction on"
        + " 2027-10-01.",
    "'1',2,10,2027-10-01,2027-10-03,",
    "'1',2,10,2027-09-25,2027-10-06,Closed for a stay of 11 nights by a length-of-stay restriction"
        + " on 2027-09-30.",
    "'2,6',3,7,2027-10-01,2027-10-04,Closed to arrival on 2027-10-01.",
    "'2,6',3,7,2027-09-28,2027-10-02,",
    "'2,6',3,7,2027-09-29,2027-10-01,Closed for a stay of 2 nights by a length-of-stay restriction"
        + " on 2027-09-30.",
    "'2,8',3,7,2027-10-01,2027-10-05,Closed on 2027-10-01.",
    "'2,8',3,7,2027-10-05,2027-10-20,Closed for a stay of 15 nights by a length-of-stay restriction"
        + " on 2027-10-05.",
    "'2,7',3,7,2027-10-01,2027-10-05,Closed to departure on 2027-10-05.",
    "'2,7',3,7,2027-10-03,2027-10-07,",
  })
  void restrictionsDecideAsTheyDoInThePublishedUseCases(
      String states,
      String least,
      String most,
      LocalDate arrival,
      LocalDate departure,
      String reason) {
    push(
        "updateRestrictions",
        """
        "restrictions":[{"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-09-30","to":"2027-10-06","state":[%s],"minLos":%s,"maxLos":%s}]
        """
            .formatted(states, least, most));
    JsonNode offer = offer(arrival, departure, 2);
    assertThat(offer.path("reason").asText("")).isEqualTo(reason == null ? "" : reason);
    assertThat(offer.path("bookable").asBoolean()).isEqualTo(reason == null);
  }

  @Test
  void offersTheSumOfTheNightsForTheNumberOfGuestsAndSaysWhatIsMissing() {
    JsonNode two = offer(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-03-03"), 2);
    assertThat(two.path("total").decimalValue()).isEqualByComparingTo("240.00");
    assertThat(two.path("available").asInt()).isEqualTo(2);
    JsonNode three = offer(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-03-03"), 3);
    assertThat(three.path("reason").asText())
        .isEqualTo("There is no price for 3 guests on every night.");
    JsonNode late = offer(LocalDate.parse("2027-11-20"), LocalDate.parse("2027-12-02"), 2, 400);
    assertThat(late.path("message").asText()).contains("further ahead than the 365 days");
    assertThat(
            offer(LocalDate.parse("2026-11-30"), LocalDate.parse("2026-12-02"), 2, 400)
                .path("message")
                .asText())
        .contains("The arrival lies in the past");
  }

  @Test
  void sellsNoUnitTwiceBeforeMewsHasTakenItOffAndTheSameOrderOnce() {
    String first = book("OTA-1", 200).path("reference").asText();
    assertThat(book("OTA-1", 200).path("reference").asText()).isEqualTo(first);
    book("OTA-2", 200);
    assertThat(book("OTA-3", 409).path("message").asText())
        .isEqualTo("DBL under FLX cannot be booked: No unit is free on every night.");
    while (running.side.tick()) {
      // Every message leaves.
    }
    assertThat(running.mews.groups).hasSize(2);
  }

  @Test
  void aCorrectedBookingGoesOutAgainAndTheSameOneNever() {
    running.mews.answerNextGroup(ErrorCode.PROCESSING_ERROR, "Not this customer.");
    String reference = book("OTA-1", 200).path("reference").asText();
    running.side.tick();
    JsonNode refused = read(reference);
    assertThat(refused.path("status").asText()).isEqualTo("REFUSED");
    assertThat(refused.path("errors").get(0).asText()).isEqualTo("Not this customer.");

    assertThat(modify(reference, "Visser", "2027-03-03", 409).path("message").asText())
        .contains("Mews refused exactly this");
    running.clock.advance(Duration.ofDays(2));
    running.side.tick();
    assertThat(running.mews.groups).hasSize(1);

    modify(reference, "de Vries", "2027-03-03", 200);
    running.side.tick();
    assertThat(running.mews.groups).hasSize(2);
    assertThat(running.mews.groups.getLast().channelManagerId()).isEqualTo(reference);
    assertThat(read(reference).path("status").asText()).isEqualTo("SENT");
  }

  @Test
  void aChangeKeepsThePriceOfTheNightsThatWereBookedAndPricesNewOnesAnew() {
    String reference = book("OTA-1", 200).path("reference").asText();
    running.side.tick();
    push(
        "updatePrices",
        """
        "ratePrices":[{"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2026-12-01","to":"2027-11-30","prices":[
          {"grossAmount":200.00,"netAmount":183.48,"currencyCode":"EUR","guestCount":2}]}]
        """);
    JsonNode changed = modify(reference, "Visser", "2027-03-04", 200);
    assertThat(changed.path("total").decimalValue()).isEqualByComparingTo("440.00");
    JsonNode cancelled = call("cancelBooking", name(reference), 200);
    assertThat(cancelled.path("stays").get(0).path("cancelled").asBoolean()).isTrue();
    while (running.side.tick()) {
      // Every message leaves.
    }
    assertThat(running.mews.groups).hasSize(3);
    assertThat(running.mews.groups.getLast().reservations()).isEmpty();
  }

  @Test
  void aBookingWaitsWhileMewsRefusesTheConnectionAndLeavesOnceItIsReleased() {
    running.mews.answerNextGroup(
        ErrorCode.of(9), "Reservation delivery is switched off for this connection.");
    String reference = book("OTA-1", 200).path("reference").asText();
    running.side.tick();
    modify(reference, "de Vries", "2027-03-03", 200);
    running.clock.advance(Duration.ofDays(1));
    running.side.tick();
    assertThat(running.mews.groups).hasSize(1);
    assertThat(read(reference).path("errors").get(0).asText()).contains("switched off");

    running.side.releaseBookings(1);
    while (running.side.tick()) {
      // Every message leaves, in order.
    }
    assertThat(running.mews.groups).hasSize(3);
    assertThat(String.valueOf(running.mews.groups.getLast().customer())).contains("de Vries");
  }

  @Test
  void sellsOnlyToTheHolderOfTheKey() {
    String query = search("2027-03-01", "2027-03-03", 2);
    assertThat(running.post("/ota/searchStays", query, "").statusCode()).isEqualTo(401);
    assertThat(running.post("/ota/searchStays", query, RunningSide.CLIENT_TOKEN).statusCode())
        .isEqualTo(401);
    assertThat(running.post("/ota/searchStays", "{}", key).statusCode()).isEqualTo(400);
    assertThat(Dump.of(running.database)).doesNotContain(key);
  }

  private JsonNode book(String channelId, int status) {
    return call(
        "bookStay",
        """
        {"property":1,"channelId":"%s","customer":{"firstName":"Ada","lastName":"Visser"},
         "stays":[{"ratePlanCode":"FLX","spaceTypeCode":"DBL","arrival":"2027-03-01","departure":"2027-03-03","adults":2,"children":0}]}
        """
            .formatted(channelId),
        status);
  }

  private JsonNode modify(String reference, String lastName, String departure, int status) {
    return call(
        "modifyBooking",
        """
        {"property":1,"reference":"%s","customer":{"firstName":"Ada","lastName":"%s"},
         "stays":[{"code":"01","ratePlanCode":"FLX","spaceTypeCode":"DBL","arrival":"2027-03-01","departure":"%s","adults":2,"children":0}]}
        """
            .formatted(reference, lastName, departure),
        status);
  }

  private JsonNode read(String reference) {
    return call("readBooking", name(reference), 200);
  }

  private static String name(String reference) {
    return "{\"property\":1,\"reference\":\"" + reference + "\"}";
  }

  private JsonNode offer(LocalDate arrival, LocalDate departure, int guests) {
    for (JsonNode offer : offer(arrival, departure, guests, 200).path("offers")) {
      if (offer.path("ratePlanCode").asText().equals("FLX")
          && offer.path("spaceTypeCode").asText().equals("DBL")) {
        return offer;
      }
    }
    throw new AssertionError("no offer");
  }

  private JsonNode offer(LocalDate arrival, LocalDate departure, int guests, int status) {
    return call("searchStays", search(arrival.toString(), departure.toString(), guests), status);
  }

  private static String search(String arrival, String departure, int guests) {
    return "{\"property\":1,\"arrival\":\"%s\",\"departure\":\"%s\",\"guests\":%d}"
        .formatted(arrival, departure, guests);
  }

  private JsonNode call(String operation, String body, int status) {
    HttpResponse<String> answer = running.post("/ota/" + operation, body, key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return Json.mapper().readTree(answer.body());
    } catch (JsonProcessingException wrong) {
      throw new AssertionError(answer.body(), wrong);
    }
  }

  private void push(String operation, String fields) {
    ExtranetFixture.taken(running.push(operation, UUID.randomUUID().toString(), fields));
  }
}
