package channelcert.channelmanager;

import static channelcert.channelmanager.RunningSide.answered;
import static channelcert.channelmanager.RunningSide.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import channelcert.contract.Spec;
import channelcert.contract.driver.BookingCommand;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.BookingStatus;
import channelcert.contract.driver.CancelBookingCommand;
import channelcert.contract.driver.ErrorLogEntry;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.ProductOrder;
import channelcert.contract.driver.ReadBookingsCommand;
import channelcert.contract.driver.ReservationOrder;
import channelcert.contract.driver.StoredBooking;
import channelcert.contract.driver.StoredReservation;
import channelcert.contract.mews.PaymentType;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.ReservationToMews;
import channelcert.contract.shared.Amount;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.Extra;
import channelcert.contract.shared.ExtraPricingType;
import channelcert.contract.shared.GuestCount;
import channelcert.contract.shared.PaymentCardType;
import channelcert.contract.shared.SimpleResponse;
import channelcert.contract.shared.Source;
import channelcert.contract.shared.SourceType;
import channelcert.http.Json;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BookingTest {
  private static final String CARD = "4111111111111111";

  @Test
  void sendsACompleteGrossBooking() throws Exception {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      send(running, order(Pricing.GROSS, single()).with().sourceCode(2).cardNumber(CARD).build());

      ProcessGroupRequest group = running.mews.groups.getFirst();
      assertThat(
              Spec.violations(
                  "mews-operations.yaml",
                  "/components/schemas/ProcessGroupRequest",
                  Json.mapper().writeValueAsString(group)))
          .isEmpty();
      assertThat(group.clientToken()).isEqualTo(PlayedMews.CLIENT_TOKEN);
      assertThat(group.connectionToken()).isEqualTo(RunningSide.CONNECTION);
      assertThat(group.channelManagerId()).isEqualTo("CM-1");
      assertThat(group.channelId()).isEqualTo("OTA-1");
      assertThat(group.currencyCode()).isEqualTo("EUR");
      assertThat(group.paymentType()).isEqualTo(PaymentType.PREAUTHORIZED);
      assertThat(group.totalAmount()).isEqualTo(gross("286.00"));
      assertThat(group.sources())
          .containsExactly(new Source(2, "Expedia", SourceType.ONLINE_TRAVEL_AGENCY, true));
      assertThat(group.paymentCard())
          .extracting(
              card -> card.type(),
              card -> card.number(),
              card -> card.expireDate(),
              card -> card.cvv(),
              card -> card.holderName())
          .containsExactly(PaymentCardType.VISA, CARD, "1022", "123", "Ada Visser");
      assertThat(group.reservations()).singleElement().satisfies(BookingTest::assertReservation);
    }
  }

  private static void assertReservation(ReservationToMews reservation) {
    assertThat(reservation.state()).isEqualTo(1);
    assertThat(reservation.amounts()).containsExactly(gross("120.00"), gross("130.00"));
    assertThat(reservation.totalAmount()).isEqualTo(gross("286.00"));
    assertThat(reservation.guestCounts())
        .containsExactly(new GuestCount("Adult", 2), new GuestCount("Child", 1));
    assertThat(reservation.guests()).extracting(guest -> guest.firstName()).containsExactly("Cas");
    assertThat(reservation.extras())
        .containsExactly(
            new Extra("BRK", gross("36.00"), 3, ExtraPricingType.PER_PERSON_PER_NIGHT, null, null));
  }

  @Test
  void sendsNetAmountsOnlyWhenOrderedNet() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      send(running, order(Pricing.NET, reservation("01", "110.09", "119.27")));

      ProcessGroupRequest group = running.mews.groups.getFirst();
      assertThat(group.totalAmount()).isEqualTo(new Amount(null, new BigDecimal("229.36")));
      assertThat(group.reservations())
          .singleElement()
          .extracting(ReservationToMews::amounts, list(Amount.class))
          .containsExactly(
              new Amount(null, new BigDecimal("110.09")),
              new Amount(null, new BigDecimal("119.27")));
      assertThat(group.paymentCard()).isNull();
      assertThat(group.sources()).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void keepsConfirmationNumbersOverModificationAndCancellation(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      ReservationOrder one = reservation("01", "80.00", "85.00");
      ReservationOrder two = reservation("02", "110.00", "120.00");
      send(running, order(Pricing.GROSS, one, two));
      assertThat(booking(running).status()).isEqualTo(BookingStatus.SENT);
      success(confirm(running, "01", "100", "02", "101"));
      assertThat(booking(running).status()).isEqualTo(BookingStatus.CONFIRMED);

      ReservationOrder three = reservation("03", "95.00", "105.00");
      done(
          running.driver.modifyBooking(
              running.driverAt("modifyBooking"), command(order(Pricing.GROSS, two, three))));
      running.side.tick();
      assertThat(running.mews.groups.getLast().reservations())
          .extracting(ReservationToMews::code, ReservationToMews::state)
          .containsExactly(tuple("02", 2), tuple("03", 1), tuple("01", 3));
      assertThat(running.mews.groups.getLast().totalAmount()).isEqualTo(gross("430.00"));
      success(confirm(running, "01", "100", "02", "101", "03", "102"));
      assertThat(booking(running).status()).isEqualTo(BookingStatus.CONFIRMED);
      assertThat(booking(running).reservations())
          .containsExactly(
              new StoredReservation("01", "100", true),
              new StoredReservation("02", "101", false),
              new StoredReservation("03", "102", false));

      cancel(running);
      ProcessGroupRequest cancellation = running.mews.groups.getLast();
      assertThat(cancellation.reservations()).isEmpty();
      assertThat(cancellation.channelId()).isEqualTo("OTA-1");
      assertThat(cancellation.customer()).isNull();
      assertThat(cancellation.totalAmount()).isNull();
      success(confirm(running, "01", "100", "02", "101", "03", "102"));
      success(confirm(running, "01", "100", "02", "101", "03", "102"));
      assertThat(booking(running).status()).isEqualTo(BookingStatus.CANCELLED);
      assertThat(booking(running).reservations())
          .allSatisfy(each -> assertThat(each.cancelled()).isTrue());
      assertThat(errorLog(running)).isEmpty();
    }
  }

  @Test
  void logsARefusalOfMewsAndNeverRepeatsTheMessage() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      running.mews.answerNextGroup(ErrorCode.PROCESSING_ERROR, "Departure is not after arrival.");
      ReservationOrder backwards =
          single().with().from(day("2027-03-03")).to(day("2027-03-01")).build();
      done(
          running.driver.sendInvalidBooking(
              running.driverAt("sendInvalidBooking"), command(order(Pricing.GROSS, backwards))));
      running.side.tick();
      running.clock.advance(Duration.ofDays(1));
      running.side.tick();

      assertThat(running.mews.groups).hasSize(1);
      assertThat(booking(running).status()).isEqualTo(BookingStatus.REFUSED);
      assertThat(errorLog(running))
          .extracting(
              ErrorLogEntry::operation,
              ErrorLogEntry::channelManagerId,
              ErrorLogEntry::code,
              ErrorLogEntry::message)
          .containsExactly(tuple("processGroup", "CM-1", 7, "Departure is not after arrival."));
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void logsAFailingConfirmationOnce(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      send(running, order(Pricing.GROSS, single()));
      String failure =
          confirmation(running, "\"error\":{\"code\":7,\"message\":\"No such rate.\"}");
      success(running.send("confirmGroup", failure));
      success(running.send("confirmGroup", failure));

      assertThat(booking(running).status()).isEqualTo(BookingStatus.REFUSED);
      assertThat(errorLog(running))
          .extracting(ErrorLogEntry::code, ErrorLogEntry::message)
          .containsExactly(tuple(7, "No such rate."));
      assertThat(running.side.tick()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void repeatsAMessageThatMewsCouldNotTakeForTheMoment(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      running.mews.answerNextGroup(ErrorCode.SYSTEM_ERROR, "Maintenance.");
      running.mews.answerNextGroup(ErrorCode.SYSTEM_ERROR, "Maintenance.");
      send(running, order(Pricing.GROSS, single()).with().cardNumber(CARD).build());
      assertThat(running.side.tick()).isFalse();
      running.clock.advance(Duration.ofSeconds(1));
      assertThat(running.side.tick()).isTrue();
      running.clock.advance(Duration.ofSeconds(1));
      assertThat(running.side.tick()).isFalse();
      running.clock.advance(Duration.ofSeconds(1));
      assertThat(running.side.tick()).isTrue();

      assertThat(running.mews.groups).hasSize(3);
      assertThat(running.mews.groups).containsOnly(running.mews.groups.getFirst());
      success(confirm(running, "01", "100"));
      assertThat(booking(running).status()).isEqualTo(BookingStatus.CONFIRMED);
    }
  }

  @Test
  void sendsAnUndeliveredBookingAfterARestartWithoutItsCard(@TempDir Path folder) {
    DatabaseUrl url = DatabaseUrl.embedded(folder.resolve("channelmanager"));
    try (RunningSide running = RunningSide.ready(url)) {
      done(
          running.driver.sendBooking(
              running.driverAt("sendBooking"),
              command(order(Pricing.GROSS, single()).with().cardNumber(CARD).build())));
    }
    try (RunningSide again = new RunningSide(url)) {
      again.clock.advance(Duration.ofMinutes(1));
      assertThat(again.side.tick()).isTrue();
      assertThat(again.mews.groups)
          .singleElement()
          .satisfies(
              group -> {
                assertThat(group.paymentCard()).isNull();
                assertThat(group.totalAmount()).isEqualTo(gross("286.00"));
              });
    }
  }

  @Test
  void aRunningWorkerSendsWithoutBeingAsked() throws InterruptedException {
    try (RunningSide running = new RunningSide(Databases.inMemory(), true)) {
      running.setUp(Pricing.GROSS);
      done(
          running.driver.sendBooking(
              running.driverAt("sendBooking"), command(order(Pricing.GROSS, single()))));
      assertThat(running.mews.awaitGroup(Duration.ofSeconds(10))).isNotNull();
    }
  }

  @Test
  void answersCode2ForABookingThatItNeverSent() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      SimpleResponse answer =
          running.send(
              "confirmGroup",
              """
              {"clientToken":"MEWS-AT-CHM","connectionToken":"CONN-1","relatedMessageId":"g-9",
               "channelManagerId":"CM-77","reservations":[{"code":"01","confirmationNumber":"100999"}]}
              """);

      assertThat(answer.success()).isFalse();
      assertThat(answer.errors())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.code()).isEqualTo(ErrorCode.RESERVATION_NOT_FOUND);
                assertThat(error.message()).contains("100999", "CM-77", "by hand");
              });
    }
  }

  @Test
  void answersCode2ForAReservationThatItNeverSent() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      send(running, order(Pricing.GROSS, single()));

      SimpleResponse answer = confirm(running, "01", "100", "99", "199");

      assertThat(answer.errors())
          .extracting(Error::code)
          .containsExactly(ErrorCode.RESERVATION_NOT_FOUND);
      assertThat(answer.errors()).allSatisfy(error -> assertThat(error.message()).contains("199"));
      assertThat(booking(running).reservations())
          .containsExactly(new StoredReservation("01", null, false));
    }
  }

  @Test
  void noTableHoldsACardNumberOrAClientToken() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      running.mews.answerNextGroup(ErrorCode.SYSTEM_ERROR, "Maintenance.");
      send(running, order(Pricing.GROSS, single()).with().cardNumber(CARD).build());

      assertThat(Dump.of(running.database))
          .contains("CM-1", "Visser")
          .doesNotContain(CARD, "1111", "1022", "cvv", PlayedMews.CLIENT_TOKEN);
    }
  }

  private static void send(RunningSide running, BookingOrder order) {
    done(running.driver.sendBooking(running.driverAt("sendBooking"), command(order)));
    assertThat(running.side.tick()).isTrue();
  }

  private static void cancel(RunningSide running) {
    done(
        running.driver.cancelBooking(
            running.driverAt("cancelBooking"),
            CancelBookingCommand.builder()
                .connectionToken(RunningSide.CONNECTION)
                .channelManagerId("CM-1")
                .build()));
    running.side.tick();
  }

  /** Confirms the newest message; codes and numbers alternate. */
  private static SimpleResponse confirm(RunningSide running, String... codesAndNumbers) {
    StringBuilder pairs = new StringBuilder();
    for (int i = 0; i < codesAndNumbers.length; i += 2) {
      pairs.append(i == 0 ? "" : ",");
      pairs.append(
          "{\"code\":\"%s\",\"confirmationNumber\":\"%s\"}"
              .formatted(codesAndNumbers[i], codesAndNumbers[i + 1]));
    }
    return running.send("confirmGroup", confirmation(running, "\"reservations\":[" + pairs + "]"));
  }

  private static String confirmation(RunningSide running, String outcome) {
    return """
    {"clientToken":"MEWS-AT-CHM","connectionToken":"CONN-1","relatedMessageId":"%s",
     "channelManagerId":"CM-1",%s}
    """
        .formatted(running.mews.groups.getLast().messageId(), outcome);
  }

  private static StoredBooking booking(RunningSide running) {
    return answered(
            running.driver.readBookings(
                running.driverAt("readBookings"),
                ReadBookingsCommand.builder()
                    .connectionToken(RunningSide.CONNECTION)
                    .channelManagerIds(List.of("CM-1"))
                    .build()))
        .bookings()
        .getFirst();
  }

  private static List<ErrorLogEntry> errorLog(RunningSide running) {
    return answered(
            running.driver.readErrorLog(running.driverAt("readErrorLog"), RunningSide.connection()))
        .entries();
  }

  private static BookingCommand command(BookingOrder order) {
    return BookingCommand.builder().connectionToken(RunningSide.CONNECTION).booking(order).build();
  }

  private static BookingOrder order(Pricing pricing, ReservationOrder... reservations) {
    return BookingOrder.builder()
        .channelManagerId("CM-1")
        .channelId("OTA-1")
        .pricing(pricing)
        .currencyCode("EUR")
        .customer(new Person("Ada", "Visser"))
        .reservations(List.of(reservations))
        .build();
  }

  private static ReservationOrder single() {
    return reservation("01", "120.00", "130.00")
        .with()
        .companions(List.of(new Person("Cas", "Visser")))
        .products(List.of(new ProductOrder("BRK", 3, new BigDecimal("36.00"))))
        .build();
  }

  private static ReservationOrder reservation(String code, String... nights) {
    return ReservationOrder.builder()
        .code(code)
        .spaceTypeCode("DBL")
        .ratePlanCode("FLX")
        .from(day("2027-03-01"))
        .to(day("2027-03-01").plusDays(nights.length))
        .nightAmounts(Stream.of(nights).map(BigDecimal::new).toList())
        .adults(2)
        .children(1)
        .build();
  }

  private static Amount gross(String amount) {
    return new Amount(new BigDecimal(amount), null);
  }

  private static void success(SimpleResponse answer) {
    assertThat(answer.errors()).isNull();
    assertThat(answer.success()).isTrue();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
