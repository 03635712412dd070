package channelcert.mews.reservation;

import static channelcert.mews.reservation.ReservationFixture.CONNECTION;
import static channelcert.mews.reservation.ReservationFixture.reservation;
import static channelcert.mews.reservation.ReservationFixture.stay;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.ConfirmGroupRequest;
import channelcert.http.Json;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReservationSideTest {
  private static final String SAMPLE =
      """
      ,"currencyCode":"EUR","totalAmount":{"gross":286.00},"paymentType":2,
       "customer":{"firstName":"Ada","lastName":"Visser","email":"ada@example.com","title":"Misses","nationalityCode":"NL","languageCode":"nl-NL"},
       "booker":{"firstName":"Bram","lastName":"Visser","email":"bram@example.com"},
       "paymentCard":{"type":1,"number":"4111111111111111","expireDate":"1022","cvv":"123","holderName":"A Visser"},
       "sources":[{"code":2,"name":"Expedia","type":0,"isPrimary":true}],
       "comments":["Late arrival"],
       "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-03-01","to":"2027-03-03","state":1,
         "guestCounts":[{"code":"Adult","count":2},{"code":"Child","count":1}],
         "amounts":[{"gross":120.00},{"gross":130.00}],
         "extras":[{"code":"BRK","count":3,"pricing":4,"amount":{"gross":36.00},"from":"2027-03-02","to":"2027-03-03"}],
         "totalAmount":{"gross":286.00},
         "guests":[{"firstName":"Cas","lastName":"Visser"}]}]\
      """;

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void booksTheSampleAndConfirmsIt(DatabaseUrl url) throws Exception {
    try (ReservationFixture fixture = ReservationFixture.connected(url)) {
      assertThat(fixture.send("grp-1", "CM-1001", SAMPLE))
          .isEqualTo(Json.mapper().readTree("{\"success\":true,\"asyncConfirmation\":true}"));
      assertThat(fixture.channelManager.received).isEmpty();
      fixture.settle();

      assertThat(fixture.mews.observeBookings(CONNECTION, "CM-1001"))
          .isEqualTo(
              Json.mapper()
                  .readTree(
                      """
                      {"groups":[{"channelManagerId":"CM-1001","state":"ACTIVE","currencyCode":"EUR","totalGross":286.00,"totalNet":262.39,
                        "reservations":[{"code":"01","confirmationNumber":"100001","state":"ACTIVE","spaceTypeCode":"DBL","ratePlanCode":"FLX",
                          "from":"2027-03-01","to":"2027-03-03","nightsGross":[120.00,130.00],"nightsNet":[110.09,119.27],
                          "totalGross":286.00,"totalNet":262.39,
                          "guestCounts":[{"code":"Adult","count":2},{"code":"Child","count":1}],"guests":1,
                          "extras":[{"code":"BRK","count":3,"pricing":4,"gross":36.00,"net":33.03}]}]}],
                       "warnings":[]}
                      """));
      assertThat(fixture.channelManager.received)
          .containsExactly(
              Json.mapper()
                  .readValue(
                      """
                      {"clientToken":"mews-token","connectionToken":"connection-1","relatedMessageId":"grp-1","channelManagerId":"CM-1001",
                       "reservations":[{"code":"01","confirmationNumber":"100001"}]}
                      """,
                      ConfirmGroupRequest.class));
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void followsABookingFromCreationToCancellation(DatabaseUrl url) {
    try (ReservationFixture fixture = ReservationFixture.connected(url)) {
      fixture.send("m-1", "CM-1", stay("01", "250.00", "120.00", "130.00"));
      fixture.settle();
      assertThat(fixture.channelManager.last()).isEqualTo("m-1 01=100001");
      assertThat(fixture.availability("DBL", "2027-03-02")).isEqualTo(11);
      assertThat(fixture.availability("DBL", "2027-03-03")).isEqualTo(12);

      String two =
          reservation("01", "DBL", "2027-03-02", "250.00", "120.00", "130.00")
              + ","
              + reservation("02", "TWN", "2027-03-01", "90.00", "90.00");
      fixture.send("m-2", "CM-1", group("340.00", two));
      fixture.settle();
      assertThat(fixture.channelManager.last()).isEqualTo("m-2 01=100001 02=100002");
      assertThat(fixture.availability("DBL", "2027-03-01")).isEqualTo(12);
      assertThat(fixture.availability("DBL", "2027-03-03")).isEqualTo(11);
      assertThat(fixture.availability("TWN", "2027-03-01")).isEqualTo(7);

      fixture.send("m-3", "CM-1", ",\"reservations\":[]");
      fixture.settle();
      assertThat(fixture.channelManager.last()).isEqualTo("m-3 01=100001 02=100002");
      assertThat(fixture.booking("CM-1").path("state").asText()).isEqualTo("CANCELLED");
      assertThat(fixture.booking("CM-1").path("totalGross").decimalValue())
          .isEqualByComparingTo("0");
      assertThat(fixture.availability("DBL", "2027-03-03")).isEqualTo(12);
      assertThat(fixture.availability("TWN", "2027-03-01")).isEqualTo(8);
    }
  }

  @Test
  void numbersReservationsOfAPropertyUniquely() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.send("m-1", "CM-1", stay("01", "120.00", "120.00"));
      fixture.send("m-2", "CM-2", stay("01", "120.00", "120.00"));
      fixture.settle();

      assertThat(fixture.channelManager.received)
          .extracting(ConfirmGroupRequest::relatedMessageId)
          .containsExactly("m-1", "m-2");
      assertThat(fixture.channelManager.last()).isEqualTo("m-2 01=100002");
    }
  }

  @Test
  void processesARepeatedMessageOnceAndAnswersTheSame() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      JsonNode first = fixture.send("m-1", "CM-1", stay("01", "120.00", "120.00"));
      JsonNode second = fixture.send("m-1", "CM-1", stay("01", "120.00", "120.00"));
      fixture.settle();
      JsonNode third = fixture.send("m-1", "CM-1", stay("01", "120.00", "120.00"));
      fixture.settle();

      assertThat(second).isEqualTo(first);
      assertThat(third).isEqualTo(first);
      assertThat(fixture.channelManager.received).hasSize(1);
      assertThat(fixture.availability("DBL", "2027-03-01")).isEqualTo(11);
      assertThat(fixture.warnings()).isEmpty();
    }
  }

  @Test
  void ignoresOtherContentUnderAUsedMessageIdWithAWarning() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.send("m-1", "CM-1", stay("01", "120.00", "120.00"));
      fixture.send("m-1", "CM-1", stay("01", "150.00", "150.00"));
      fixture.settle();

      assertThat(fixture.booking("CM-1").path("totalGross").asInt()).isEqualTo(120);
      assertThat(fixture.warnings().path(0).asText()).contains("m-1");
    }
  }

  @Test
  void confirmsIdenticalContentAgainWithoutAnyChange() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.send("m-1", "CM-1", stay("01", "120.00", "120.00"));
      fixture.settle();
      JsonNode before = fixture.booking("CM-1");
      fixture.send("m-2", "CM-1", stay("01", "120.00", "120.00"));
      fixture.settle();

      assertThat(fixture.channelManager.last()).isEqualTo("m-2 01=100001");
      assertThat(fixture.booking("CM-1")).isEqualTo(before);
      assertThat(fixture.availability("DBL", "2027-03-01")).isEqualTo(11);
    }
  }

  @Test
  void reportsARefusalByConfirmationAndStoresNothing() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      String wrong =
          reservation("01", "NIX", "2027-03-01", "-1.00", "-1.00")
              + ","
              + reservation("_", "DBL", "2027-03-01", "90.00", "90.00");
      assertThat(fixture.send("m-1", "CM-1", group("89.00", wrong)).path("success").asBoolean())
          .isTrue();
      fixture.settle();

      ConfirmGroupRequest sent = fixture.channelManager.received.getLast();
      assertThat(sent.reservations()).isNull();
      assertThat(sent.errors()).isNull();
      assertThat(sent.relatedMessageId()).isEqualTo("m-1");
      assertThat(sent.error())
          .satisfies(
              error -> {
                assertThat(error.code().wire()).isEqualTo(7);
                assertThat(error.message())
                    .contains("Reservation _")
                    .contains("NIX")
                    .contains("-1");
              });
      assertThat(fixture.booking("CM-1").isMissingNode()).isTrue();
    }
  }

  @Test
  void keepsABookingAsItWasWhenItsChangeIsRefused() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.send("m-1", "CM-1", stay("01", "120.00", "120.00"));
      fixture.settle();
      JsonNode before = fixture.booking("CM-1");
      fixture.send("m-2", "CM-1", stay("01", "-1.00", "-1.00"));
      fixture.settle();

      assertThat(fixture.channelManager.last()).isEqualTo("m-2 error 7");
      assertThat(fixture.booking("CM-1")).isEqualTo(before);
    }
  }

  @Test
  void namesUnmappedCodesInTheConfirmation() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.send(
          "m-1", "CM-1", group("90.00", reservation("01", "NIX", "2027-03-01", "90.00", "90.00")));
      fixture.settle();

      assertThat(fixture.channelManager.last()).isEqualTo("m-1 error 10");
      assertThat(fixture.channelManager.received.getLast().error())
          .satisfies(error -> assertThat(error.categoryCode()).isEqualTo("NIX"));
    }
  }

  @Test
  void refusesTheCancellationOfAnUnknownBookingByConfirmation() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.send("m-1", "CM-9", "");
      fixture.settle();

      assertThat(fixture.channelManager.last()).isEqualTo("m-1 error 2");
    }
  }

  @Test
  void acceptsOverbookingWithAWarning() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      String four =
          String.join(
              ",",
              reservation("01", "STE", "2027-03-01", "90.00", "90.00"),
              reservation("02", "STE", "2027-03-01", "90.00", "90.00"),
              reservation("03", "STE", "2027-03-01", "90.00", "90.00"),
              reservation("04", "STE", "2027-03-01", "90.00", "90.00"));
      fixture.send("m-1", "CM-1", group("360.00", four));
      fixture.settle();

      assertThat(fixture.booking("CM-1").path("state").asText()).isEqualTo("ACTIVE");
      assertThat(fixture.warnings()).hasSize(1);
      assertThat(fixture.warnings().path(0).asText()).contains("STE").contains("overbooked");
    }
  }

  @Test
  void acceptsTheDeprecatedFieldsWithWarnings() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      String legacy =
          stay("01", "120.00", "120.00")
              .replaceFirst("\"guestCounts\":\\[.*?]", "\"adultCount\":2,\"childCount\":1")
              .concat(",\"channel\":{\"code\":2,\"name\":\"Expedia\"}");
      fixture.send("m-1", "CM-1", legacy);
      fixture.settle();

      assertThat(fixture.booking("CM-1").path("reservations").path(0).path("guestCounts"))
          .hasToString("[{\"code\":\"Adult\",\"count\":2},{\"code\":\"Child\",\"count\":1}]");
      assertThat(fixture.warnings()).hasSize(2);
    }
  }

  @Test
  void learnsAChannelFromACertifiedPartner() {
    try (ReservationFixture fixture =
        ReservationFixture.connected(Databases.inMemory(), true, true)) {
      String source =
          ",\"sources\":[{\"code\":null,\"name\":\"New portal\",\"type\":0,\"isPrimary\":true}]";
      fixture.send("m-1", "CM-1", stay("01", "120.00", "120.00") + source);
      fixture.send("m-2", "CM-2", stay("01", "120.00", "120.00") + source);
      fixture.settle();

      assertThat(new ChannelStore(fixture.database).all())
          .endsWith(
              new ChannelStore.KnownChannel(925, "Young Global Living"),
              new ChannelStore.KnownChannel(926, "New portal"));
    }
  }

  @Test
  void confirmsAnInventedBookingOnce() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.channelManager.refuseNext(1);
      fixture.mews.confirmInventedBooking(CONNECTION, "CM-777", "01", "100999");
      fixture.settle();

      ConfirmGroupRequest sent = fixture.channelManager.received.getFirst();
      assertThat(fixture.channelManager.received).hasSize(1);
      assertThat(sent.channelManagerId()).isEqualTo("CM-777");
      assertThat(sent.relatedMessageId()).isNotEmpty();
      assertThat(fixture.channelManager.last()).endsWith(" 01=100999");
    }
  }

  private static String group(String total, String reservations) {
    return """
    ,"currencyCode":"EUR","totalAmount":{"gross":%s},"paymentType":3,"customer":{"lastName":"Visser"},"reservations":[%s]\
    """
        .formatted(total, reservations);
  }
}
