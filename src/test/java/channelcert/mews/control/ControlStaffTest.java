package channelcert.mews.control;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.exchange.Masking;
import channelcert.http.Json;
import channelcert.mews.reservation.outgoing.GroupInbox;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bookings of hotel staff by the control API, and the codes of the channel manager. */
class ControlStaffTest {
  private static final String STAY =
      "'spaceTypeCode':'DBL','ratePlanCode':'FLX','arrival':'2027-04-01','departure':'2027-04-03',"
          + "'guestCounts':[{'code':'Adult','count':2}]";
  private static final String CARD =
      ",'card':{'type':1,'obfuscatedNumber':'411111******1111','expireDate':'1030'}";

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aBookingIsMadeConfirmedChangedMovedAndCancelled(DatabaseUrl url) {
    try (ControlFixture fixture = new ControlFixture(url).connected();
        GroupInbox inbox = new GroupInbox()) {
      fixture.done(
          "setEndpoints", named(",'endpoints':{'processGroup':'%s'}".formatted(inbox.address())));
      JsonNode made =
          fixture.done(
              "makeStaffBooking",
              order(
                  "{"
                      + STAY
                      + CARD
                      + ",'nightsGross':[120,130],"
                      + "'extras':[{'code':'LTC','count':1,'gross':25}]},{"
                      + STAY
                      + "}"));
      String id = made.get("bookingId").asText();
      String first = made.at("/reservations/0/confirmationNumber").asText();
      String second = made.at("/reservations/1/confirmationNumber").asText();
      assertThat(made.at("/reservations/0/nightsGross").valueStream().map(JsonNode::asInt))
          .containsExactly(120, 130);
      fixture.tickUntilIdle();
      ProcessGroupToChmRequest sent = inbox.last();
      assertThat(sent.channelManagerId()).isNull();
      JsonNode told = Json.mapper().valueToTree(sent);
      assertThat(told.at("/customer/title").asText()).isEqualTo("Misses");
      assertThat(told.at("/reservations/0/timeState").asInt()).isEqualTo(1);
      assertThat(told.at("/reservations/0/totalAmount/gross").decimalValue())
          .isEqualByComparingTo("275.00");
      assertThat(told.at("/reservations/0/paymentCardData/obfuscatedNumber").asText())
          .isEqualTo("411111******1111");

      assertThat(
              fixture.postToMews(
                  "/api/channelManager/v1/processGroupConfirmation",
                  """
                  {'clientToken':'%s','connectionToken':'%s','relatedMessageId':'%s','success':true,'code':'CM-1',
                   'reservations':[{'code':'A','confirmationNumber':'%s'},{'code':'B','confirmationNumber':'%s'}]}
                  """
                      .formatted(
                          ControlFixture.CLIENT,
                          ControlFixture.CONNECTION,
                          sent.messageId(),
                          first,
                          second)))
          .contains("\"success\":true");
      assertThat(read(fixture, id).at("/messages/0/state").asText()).isEqualTo("DELIVERED");

      fixture.done(
          "changeStaffBooking",
          "{'bookingId':'%s',".formatted(id)
              + order(
                      "{'confirmationNumber':'%s',".formatted(first)
                          + STAY.replace("2027-04-03", "2027-04-04")
                          + "},{'confirmationNumber':'%s',".formatted(second)
                          + STAY
                          + "}")
                  .substring(1));
      fixture.tickUntilIdle();
      assertThat(inbox.last().channelManagerId()).isEqualTo("CM-1");
      assertThat(inbox.last().reservations())
          .extracting(each -> each.code() + " " + each.to())
          .containsExactly("A 2027-04-04", "B 2027-04-03");

      fixture.done(
          "moveReservation",
          booking(id, ",'confirmationNumber':'%s','timeState':'NO_SHOW'".formatted(second)));
      assertThat(read(fixture, id).at("/reservations/1/timeState").asText()).isEqualTo("NO_SHOW");
      fixture.done("cancelStaffBooking", booking(id, ""));
      assertThat(read(fixture, id).at("/reservations/0/timeState").asText()).isEqualTo("CANCELED");
      assertThat(read(fixture, id).get("messages")).hasSize(4);
      assertThat(fixture.done("readStaffBookings", "{'propertyId':'canal-house'}").get("bookings"))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          '2027-04-03'                | '2027-04-01' | 400 Departure 2027-04-01 is not after arrival
          'DBL'                       | 'NO'         | 400 Rate plan FLX is not sold for category NO.
          'count':2                   | 'count':0    | 400 GuestCounts need at least one person
          'guestCounts'               | 'nightsGross':[1],'guestCounts' | 400 There are 1 prices for 2 nights
          'guestCounts'               | 'extras':[{'code':'NO','count':1,'gross':1}],'guestCounts' | 400 There is no product NO
          'guestCounts'               | 'card':{'type':1,'obfuscatedNumber':'4111111111111111','expireDate':'1030'},'guestCounts' | 400 The number of a card has to be masked
          'guestCounts'               | 'confirmationNumber':'7','guestCounts' | 400 The booking has no reservation 7.
          'guestCounts'               | 'timeState':'CANCELED','guestCounts' | 400 A new reservation cannot be cancelled
          """)
  void aWrongBookingIsRefusedWithTheRule(String right, String wrong, String told) {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory()).connected()) {
      assertThat(STAY).contains(right);
      assertThat(fixture.refused("makeStaffBooking", order("{" + STAY.replace(right, wrong) + "}")))
          .startsWith(told);
    }
  }

  @Test
  void anUnknownBookingIsNotFound() {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory()).connected()) {
      assertThat(fixture.refused("cancelStaffBooking", booking("nobody", "")))
          .startsWith("404 There is no booking nobody");
    }
  }

  private static JsonNode read(ControlFixture fixture, String id) {
    return fixture.done("readStaffBookings", booking(id, "")).at("/bookings/0");
  }

  private static String booking(String id, String more) {
    return "{'propertyId':'canal-house','bookingId':'%s'%s}".formatted(id, more);
  }

  private static String order(String reservations) {
    return "{'propertyId':'canal-house','booking':{'customer':{'lastName':'Jansen','title':'Misses'},"
               + "'reservations':["
        + reservations
        + "]}}";
  }

  private static String named(String more) {
    return "{'connection':'%s'%s}".formatted(Masking.token(ControlFixture.CONNECTION), more);
  }
}
