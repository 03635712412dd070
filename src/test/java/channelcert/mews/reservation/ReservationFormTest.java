package channelcert.mews.reservation;

import static channelcert.mews.reservation.ReservationFixture.CLIENT;
import static channelcert.mews.reservation.ReservationFixture.CONNECTION;
import static channelcert.mews.reservation.ReservationFixture.stay;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservationFormTest {
  private static final String CARD =
      ",\"paymentCard\":{\"type\":1,\"number\":\"4111111111111111\",\"expireDate\":\"1022\",\"cvv\":\"123\"}";
  private static final String GOOD = stay("01", "250.00", "120.00", "130.00") + CARD;

  @SuppressWarnings("NullAway.Init")
  private static ReservationFixture fixture;

  @BeforeAll
  static void connect() {
    fixture = ReservationFixture.connected(Databases.inMemory());
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "currencyCode":"EUR",           | `` | currencyCode
          "totalAmount":{"gross":250.00}, | `` | totalAmount
          "paymentType":2,                | `` | paymentType
          "customer":{"lastName":"Visser"}, | `` | customer
          "spaceTypeCode":"DBL",          | `` | reservations[0].spaceTypeCode
          "ratePlanCode":"FLX",           | `` | reservations[0].ratePlanCode
          "from":"2027-03-01",            | `` | reservations[0].from
          "to":"2027-03-03",              | `` | reservations[0].to
          "amounts":[{"gross":120.00},{"gross":130.00}], | `` | reservations[0].amounts
          {"gross":120.00}                | {} | reservations[0].amounts[0]
          "spaceTypeCode":"DBL"           | "spaceTypeCode":"DBL","state":5 | state
          "paymentType":2                 | "paymentType":9 | paymentType
          {"gross":120.00}                | null | reservations[0].amounts[0]
          {"gross":120.00}                | {"gross":1e1000000} | reservations[0].amounts[0].gross
          "from":"2027-03-01"             | "from":"01.03.2027" | reservations[0].from
          "cvv":"123"                     | "cvv":"000" | cvv
          "cvv":"123"                     | "cvv":"12a" | cvv
          "number":"4111111111111111"     | "number":"4111-1111-1111-1111" | number
          "expireDate":"1022"             | "expireDate":"1322" | expireDate
          "type":1                        | "type":99 | type
          """)
  void refusesAMessageOfTheWrongFormAtOnce(String right, String wrong, String path) {
    assertThat(GOOD).contains(right);
    JsonNode answer = fixture.send("m-form", "CM-form", GOOD.replace(right, wrong));
    fixture.settle();

    assertThat(answer.path("success").asBoolean()).isFalse();
    assertThat(answer.path("errors").path(0).path("code").asInt()).isEqualTo(6);
    assertThat(answer.path("errors").toString()).contains(path);
    assertThat(fixture.booking("CM-form").isMissingNode()).isTrue();
    assertThat(fixture.channelManager.received)
        .noneMatch(sent -> sent.channelManagerId().equals("CM-form"));
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, 0821, 123",
    "5555444433331111, 1022, 123",
    "370000000000002, 0821, 1234",
    "36006666333344, 1022, 123",
    "6445644564456445, 0199, 123"
  })
  void acceptsTheTestCardsWithAnyExpiry(String number, String expiry, String cvv) {
    String rest =
        GOOD.replace("4111111111111111", number)
            .replace("1022", expiry)
            .replace("\"123\"", "\"" + cvv + "\"");
    fixture.send("m-" + number, "CM-" + number, rest);
    fixture.settle();

    assertThat(fixture.booking("CM-" + number).path("state").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void refusesOtherCardsByConfirmation() {
    fixture.send("m-other", "CM-other", GOOD.replace("4111111111111111", "4242424242424242"));
    fixture.settle();

    assertThat(fixture.channelManager.last()).isEqualTo("m-other error 7");
  }

  @Test
  void refusesMissingGuestCountsUnlessTheDeprecatedOnesCome() {
    String none = GOOD.replaceFirst("\"guestCounts\":\\[.*?],", "");

    assertThat(fixture.send("m-none", "CM-none", none).path("errors").path(0).path("message"))
        .hasToString(
            "\"reservations[0].guestCounts: the field is missing; only a cancellation may leave it"
                + " out.\"");
  }

  @Test
  void lengthOfIdentifiersIsBounded() {
    JsonNode answer = fixture.send("m".repeat(501), "CM-long", GOOD);

    assertThat(answer.path("errors").path(0).path("code").asInt()).isEqualTo(6);
  }

  @Test
  void acceptsTheMinimalCancellationEvenWithoutChannelId() {
    fixture.send("m-a", "CM-min", GOOD);
    JsonNode answer =
        fixture.post(
            "/v1/push/0426f19b66715a93",
            """
            {"clientToken":"%s","connectionToken":"%s","messageId":"m-b","channelManagerId":"CM-min"}
            """
                .formatted(CLIENT, CONNECTION));
    fixture.settle();

    assertThat(answer.path("success").asBoolean()).isTrue();
    assertThat(fixture.booking("CM-min").path("state").asText()).isEqualTo("CANCELLED");
    assertThat(fixture.warnings().toString()).contains("channelId");
  }

  @ParameterizedTest
  @CsvSource({"wrong, connection-1", "their-token, wrong"})
  void refusesWrongTokens(String client, String connection) {
    String tokens =
        """
        "clientToken":"%s","connectionToken":"%s",\
        """
            .formatted(client, connection);

    assertThat(
            fixture
                .post(
                    "/v1/push/0426f19b66715a93",
                    "{" + tokens + "\"messageId\":\"m\",\"channelManagerId\":\"CM\"}")
                .path("errors")
                .path(0)
                .path("code")
                .asInt())
        .isEqualTo(8);
    assertThat(confirmation(tokens).path("errors").path(0).path("code").asInt()).isEqualTo(8);
  }

  @Test
  void refusesToTakeConfirmationsOfGroupsThatMewsNeverSent() {
    JsonNode answer =
        confirmation(
            "\"clientToken\":\"" + CLIENT + "\",\"connectionToken\":\"" + CONNECTION + "\",");

    assertThat(answer.path("success").asBoolean()).isFalse();
    assertThat(answer.path("errors").path(0).path("code").asInt()).isEqualTo(6);
    assertThat(answer.path("errors").path(0).path("message").asText()).contains("relatedMessageId");
  }

  private static JsonNode confirmation(String tokens) {
    return fixture.post(
        "/api/channelManager/v1/processGroupConfirmation",
        "{" + tokens + "\"relatedMessageId\":\"77aa-01\",\"success\":true,\"code\":\"CM-2001\"}");
  }
}
