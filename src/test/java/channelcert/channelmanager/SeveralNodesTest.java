package channelcert.channelmanager;

import static channelcert.channelmanager.RunningSide.done;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.driver.BookingCommand;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.ReservationOrder;
import channelcert.contract.mews.PaymentCard;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.shared.ErrorCode;
import channelcert.exchange.Recorder;
import channelcert.http.watch.RequestObserver;
import channelcert.store.DatabaseUrl;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not depend on which of several nodes on one database a message or an order meets. */
class SeveralNodesTest {
  private static final String CARD = "4111111111111111";

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aCardStaysWithItsMessageOverRetriesThoughOnlyOneNodeKnowsIt(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url);
        ChannelManagerSide other = running.another()) {
      running.mews.answerNextGroup(ErrorCode.SYSTEM_ERROR, "Maintenance.");
      running.mews.answerNextGroup(ErrorCode.SYSTEM_ERROR, "Maintenance.");
      done(running.driver.sendBooking(running.driverAt("sendBooking"), booking()));
      for (int second = 0; second < 5; second++) {
        assertThat(other.tick()).isFalse();
        running.side.tick();
        running.clock.advance(Duration.ofSeconds(1));
      }
      assertThat(running.mews.groups)
          .hasSize(3)
          .extracting(ProcessGroupRequest::paymentCard)
          .extracting(PaymentCard::number)
          .containsOnly(CARD);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void whatANodeLeavesBehindIsSentByAnother(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url);
        ChannelManagerSide other = running.another()) {
      running.mews.answerNextGroup(ErrorCode.SYSTEM_ERROR, "Maintenance.");
      done(running.driver.sendBooking(running.driverAt("sendBooking"), booking()));
      running.side.tick();
      running.clock.advance(Duration.ofMinutes(1));
      assertThat(other.tick()).isTrue();
      assertThat(running.mews.groups).hasSize(2);
      assertThat(running.mews.groups.getLast().paymentCard()).isNull();
    }
  }

  @Test
  void aNotificationThatComesWhileAConfigurationIsFetchedIsNotLost() {
    try (RunningSide running = RunningSide.ready(channelcert.store.Databases.postgres());
        ChannelManagerSide other = running.another()) {
      notifyOfChange(running);
      running.mews.whileConfigurationIsAnswered =
          () -> {
            running.mews.whileConfigurationIsAnswered = () -> {};
            running.mews.pairs.add(PlayedMews.pair("NRF", "SGL"));
            running.clock.advance(Duration.ofMillis(3));
            notifyOfChange(running);
          };
      int before = running.mews.configurations.size();
      assertThat(other.tick()).isTrue();
      assertThat(restrict(running, "m1")).isFalse();
      assertThat(running.side.tick()).isTrue();
      assertThat(restrict(running, "m2")).isTrue();
      assertThat(other.tick()).isFalse();
      assertThat(running.mews.configurations).hasSize(before + 2);
    }
  }

  @Test
  void aConfigurationIsFetchedByOneNodeAndHoldsForAllAtOnce() {
    try (RunningSide running = RunningSide.ready(channelcert.store.Databases.postgres());
        ChannelManagerSide other = running.another()) {
      assertThat(restrict(running, "m0")).isFalse();
      running.mews.pairs.add(PlayedMews.pair("NRF", "SGL"));
      notifyOfChange(running);
      int before = running.mews.configurations.size();
      running.mews.whileConfigurationIsAnswered = () -> assertThat(running.side.tick()).isFalse();
      assertThat(other.tick()).isTrue();
      assertThat(running.mews.configurations).hasSize(before + 1);
      assertThat(restrict(running, "m1")).isTrue();
    }
  }

  @Test
  void aPushIsConfirmedByOneNodeOnly() {
    Surroundings later =
        new Surroundings(true, RequestObserver.NONE, Recorder.NONE, Surroundings.USUAL_PUSH_BYTES);
    try (RunningSide running =
            new RunningSide(channelcert.store.Databases.postgres(), false, later);
        ChannelManagerSide other = running.another()) {
      running.setUp(Pricing.GROSS);
      running.push(
          "updateAvailability",
          "m1",
          running.mews.responseUrl("processAvailabilityConfirmation"),
          "\"availabilities\":[]");
      assertThat(other.tick()).isTrue();
      assertThat(running.side.tick()).isFalse();
      running.clock.advance(Duration.ofHours(1));
      running.side.tick();
      assertThat(running.mews.pushConfirmations).hasSize(1);
    }
  }

  private static void notifyOfChange(RunningSide running) {
    running.send(
        "changeNotificaton",
        "{\"clientToken\":\"MEWS-AT-CHM\",\"connectionToken\":\"CONN-1\",\"type\":1}");
  }

  /** Whether a restriction of a pair is taken that Mews added later. */
  private static boolean restrict(RunningSide running, String messageId) {
    return running
        .push(
            "updateRestrictions",
            messageId,
            """
            "restrictions":[{"spaceTypeCode":"SGL","ratePlanCode":"NRF","from":"2027-01-01","to":"2027-01-01","state":[1]}]
            """)
        .success();
  }

  private static BookingCommand booking() {
    ReservationOrder reservation =
        ReservationOrder.builder()
            .code("01")
            .spaceTypeCode("DBL")
            .ratePlanCode("FLX")
            .from(LocalDate.parse("2027-03-01"))
            .to(LocalDate.parse("2027-03-02"))
            .nightAmounts(List.of(new BigDecimal("120.00")))
            .adults(2)
            .children(0)
            .build();
    BookingOrder order =
        BookingOrder.builder()
            .channelManagerId("CM-1")
            .channelId("OTA-1")
            .pricing(Pricing.GROSS)
            .currencyCode("EUR")
            .customer(new Person("Ada", "Visser"))
            .cardNumber(CARD)
            .reservations(List.of(reservation))
            .build();
    return BookingCommand.builder().connectionToken(RunningSide.CONNECTION).booking(order).build();
  }
}
