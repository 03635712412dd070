package channelcert.channelmanager;

import static channelcert.channelmanager.RunningSide.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import channelcert.contract.driver.BookingStatus;
import channelcert.contract.driver.ErrorLogEntry;
import channelcert.contract.driver.ReadBookingsCommand;
import channelcert.contract.driver.StoredBooking;
import channelcert.contract.driver.StoredReservation;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ProcessGroupConfirmationRequest;
import channelcert.contract.shared.ReservationConfirmation;
import channelcert.contract.shared.SimpleResponse;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bookings that originate in Mews, as a channel manager takes them. */
class MewsBookingTest {
  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void storesABookingUnderItsOwnCodesAndConfirmsIt(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      SimpleResponse answer = send(running, "m-1", group(stay("100400", "")));
      assertThat(answer.success()).isTrue();
      assertThat(answer.asyncConfirmation()).isTrue();
      assertThat(running.mews.confirmations).isEmpty();
      running.side.tick();

      ProcessGroupConfirmationRequest confirmation = running.mews.confirmations.getFirst();
      assertThat(confirmation.clientToken()).isEqualTo(PlayedMews.CLIENT_TOKEN);
      assertThat(confirmation.connectionToken()).isEqualTo(RunningSide.CONNECTION);
      assertThat(confirmation.relatedMessageId()).isEqualTo("m-1");
      assertThat(confirmation.success()).isTrue();
      assertThat(confirmation.code()).isEqualTo("MEWS-100400");
      assertThat(confirmation.reservations())
          .containsExactly(new ReservationConfirmation("01", "100400"));

      StoredBooking shown = only(running);
      assertThat(shown.origin()).isEqualTo("MEWS");
      assertThat(shown.channelManagerId()).isEqualTo("MEWS-100400");
      assertThat(shown.status()).isEqualTo(BookingStatus.CONFIRMED);
      assertThat(String.valueOf(shown.definition()))
          .contains("Ella", "Smit", "250", "229.36", "924", "timeState=1", "41111*******1111")
          .doesNotContain(RunningSide.CLIENT_TOKEN);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void processesARepeatedMessageOnceAndConfirmsItAgain(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      send(running, "m-1", group(stay("100400", "")));
      running.side.tick();
      assertThat(send(running, "m-1", group(stay("100400", ""))).success()).isTrue();
      running.side.tick();
      assertThat(running.mews.confirmations).hasSize(2);
      assertThat(running.mews.confirmations.get(1)).isEqualTo(running.mews.confirmations.get(0));
      assertThat(bookings(running)).hasSize(1);
    }
  }

  @Test
  void matchesByItsOwnCodeAndElseByTheNumbers() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      send(running, "m-1", group(stay("100400", "")));
      send(running, "m-2", group(stay("100400", ""), stay("100401", "")));
      send(
          running,
          "m-3",
          "\"channelManagerId\":\"MEWS-100400\","
              + group(stay("100401", "\"code\":\"02\","), stay("100402", "")));
      running.side.tick();
      running.side.tick();
      running.side.tick();

      assertThat(running.mews.confirmations)
          .extracting(each -> each.code())
          .containsOnly("MEWS-100400");
      assertThat(running.mews.confirmations.getLast().reservations())
          .containsExactly(
              new ReservationConfirmation("01", "100400"),
              new ReservationConfirmation("02", "100401"),
              new ReservationConfirmation("03", "100402"));
      assertThat(only(running).reservations())
          .extracting(StoredReservation::code, StoredReservation::cancelled)
          .containsExactly(tuple("01", true), tuple("02", false), tuple("03", false));
    }
  }

  @Test
  void cancelsByStateByProgressAndAsAWhole() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      send(running, "m-1", group(stay("100400", ""), stay("100401", "")));
      String cancelled = "{\"confirmationNumber\":\"100400\",\"state\":3,\"timeState\":5}";
      send(running, "m-2", group(cancelled, stay("100401", "")));
      assertThat(only(running).reservations())
          .extracting(StoredReservation::cancelled)
          .containsExactly(true, false);
      assertThat(
              send(running, "m-3", "\"channelManagerId\":\"MEWS-100400\",\"reservations\":[]")
                  .success())
          .isTrue();
      assertThat(only(running).status()).isEqualTo(BookingStatus.CANCELLED);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"spaceTypeCode\":\"DBL\"|\"spaceTypeCode\":\"XYZ\"|10|XYZ",
        "\"ratePlanCode\":\"FLX\"|\"ratePlanCode\":\"ABC\"|9|ABC",
        "\"to\":\"2027-04-03\"|\"to\":\"2027-04-01\"|6|departure",
        "\"to\":\"2027-04-03\"|\"to\":\"2027-04-04\"|6|3 nights",
        "\"currencyCode\":\"EUR\",||6|currencyCode",
        "\"count\":2|\"count\":0|6|guestCounts",
        "{\"gross\":120.00,\"net\":110.09}|{\"gross\":121.00,\"net\":110.09}|6|sum"
      })
  void refusesWhatIsWrongByNameAndStoresNothing(
      String right, String wrong, int code, String named) {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      String fields = group(stay("100400", "")).replace(right, wrong == null ? "" : wrong);
      SimpleResponse answer = send(running, "m-1", fields);
      assertThat(answer.success()).isFalse();
      assertThat(answer.errors())
          .anySatisfy(
              error -> {
                assertThat(error.code()).isEqualTo(ErrorCode.of(code));
                assertThat(error.message()).contains(named);
              });
      running.side.tick();
      assertThat(running.mews.confirmations).isEmpty();
      assertThat(bookings(running)).isEmpty();
    }
  }

  @Test
  void refusesUnknownBookingsTokensAndInactiveConnections() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      assertCode(send(running, "m-1", "\"channelManagerId\":\"NONE\",\"reservations\":[]"), 2);
      assertCode(send(running, "m-2", "\"reservations\":[]"), 6);
      String body = body(running, "m-3", group(stay("100400", "")));
      assertCode(running.send("processGroup", body.replace(RunningSide.CLIENT_TOKEN, "wrong")), 8);
      assertCode(running.send("processGroup", body.replace(RunningSide.CONNECTION, "wrong")), 8);
      RunningSide.done(
          running.driver.deactivateConnection(
              running.driverAt("deactivateConnection"), RunningSide.connection()));
      assertCode(running.send("processGroup", body), 3);
      assertThat(bookings(running)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://attacker.example/api/channelManager/v1/processGroupConfirmation",
    "file:///etc/passwd",
    "no address at all"
  })
  void confirmsToNobodyButTheMewsItKnows(String responseUrl) {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      String body =
          body(running, "m-1", group(stay("100400", "")))
              .replace(responseUrl(running), responseUrl);
      SimpleResponse answer = running.send("processGroup", body);
      assertCode(answer, 6);
      assertThat(answer.errors())
          .extracting(Error::message)
          .first()
          .asString()
          .contains("responseUrl");
      assertThat(bookings(running)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void confirmsAgainAfterCode1WithGrowingPausesAndNotAfterARefusal(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      running.mews.answerNextConfirmation(ErrorCode.SYSTEM_ERROR, "Later.");
      running.mews.answerNextConfirmation(ErrorCode.SYSTEM_ERROR, "Later still.");
      running.mews.answerNextConfirmation(ErrorCode.VALIDATION_ERROR, "Unknown message.");
      send(running, "m-1", group(stay("100400", "")));
      for (Duration pause : List.of(Duration.ofSeconds(1), Duration.ofSeconds(2))) {
        running.side.tick();
        int sent = running.mews.confirmations.size();
        running.clock.advance(pause.minusMillis(1));
        running.side.tick();
        assertThat(running.mews.confirmations).hasSize(sent);
        running.clock.advance(Duration.ofMillis(1));
      }
      running.side.tick();
      running.clock.advance(Duration.ofDays(1));
      running.side.tick();
      assertThat(running.mews.confirmations).hasSize(3);
      assertThat(log(running))
          .extracting(ErrorLogEntry::operation, ErrorLogEntry::code)
          .containsExactly(
              tuple("processGroupConfirmation", null), tuple("processGroupConfirmation", 6));
    }
  }

  private static List<ErrorLogEntry> log(RunningSide running) {
    return answered(
            running.driver.readErrorLog(running.driverAt("readErrorLog"), RunningSide.connection()))
        .entries();
  }

  private static void assertCode(SimpleResponse answer, int code) {
    assertThat(answer.success()).isFalse();
    assertThat(answer.errors()).extracting(Error::code).containsOnly(ErrorCode.of(code));
  }

  private static SimpleResponse send(RunningSide running, String messageId, String fields) {
    return running.send("processGroup", body(running, messageId, fields));
  }

  private static String body(RunningSide running, String messageId, String fields) {
    return """
    {"clientToken":"%s","connectionToken":"%s","messageId":"%s","responseUrl":"%s",%s}
    """
        .formatted(
            RunningSide.CLIENT_TOKEN,
            RunningSide.CONNECTION,
            messageId,
            responseUrl(running),
            fields);
  }

  private static String responseUrl(RunningSide running) {
    return running.mews.url() + "/api/channelManager/v1/processGroupConfirmation";
  }

  /** The sample of the domain reference, 13.8, with a total for as many stays as there are. */
  private static String group(String... reservations) {
    long stays = List.of(reservations).stream().filter(each -> each.contains("amounts")).count();
    return """
    "currencyCode":"EUR","totalAmount":{"gross":%d.00,"net":%s},
    "customer":{"firstName":"Ella","lastName":"Smit"},
    "sources":[{"code":924,"name":"WEB","type":5,"isPrimary":true}],"reservations":[%s]\
    """
        .formatted(
            250 * stays,
            new java.math.BigDecimal("229.36").multiply(java.math.BigDecimal.valueOf(stays)),
            String.join(",", reservations));
  }

  private static String stay(String number, String more) {
    return """
    {%s"confirmationNumber":"%s","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-04-01","to":"2027-04-03",
     "state":1,"timeState":1,"guestCounts":[{"code":"Adult","count":2}],
     "amounts":[{"gross":120.00,"net":110.09},{"gross":130.00,"net":119.27}],"totalAmount":{"gross":250.00,"net":229.36},
     "paymentCardData":{"type":1,"obfuscatedNumber":"41111*******1111","expireDate":"1022","identifier":"card-1"}}\
    """
        .formatted(more, number);
  }

  private static List<StoredBooking> bookings(RunningSide running) {
    return answered(
            running.driver.readBookings(
                running.driverAt("readBookings"),
                ReadBookingsCommand.builder().connectionToken(RunningSide.CONNECTION).build()))
        .bookings();
  }

  private static StoredBooking only(RunningSide running) {
    assertThat(bookings(running)).hasSize(1);
    return bookings(running).getFirst();
  }
}
