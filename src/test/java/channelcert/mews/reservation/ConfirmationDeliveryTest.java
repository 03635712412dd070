package channelcert.mews.reservation;

import static channelcert.mews.reservation.ReservationFixture.CONNECTION;
import static channelcert.mews.reservation.ReservationFixture.stay;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.ConfirmGroupRequest;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationDeliveryTest {
  private static final String BOOKING = stay("01", "250.00", "120.00", "130.00");

  @Test
  void repeatsAfterGrowingPausesUntilTheChannelManagerAccepts() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.channelManager.refuseNext(1, 1, 1, 1, 1, 1, 1, 1, 1);
      fixture.send("m-1", "CM-1", BOOKING);
      fixture.settle();
      int sent = 1;
      List<Duration> pauses =
          Stream.of("0.2S", "1S", "5S", "30S", "2M", "5M", "15M", "30M", "30M")
              .map(pause -> Duration.parse("PT" + pause))
              .toList();
      for (Duration pause : pauses) {
        fixture.clock.advance(pause.minusMillis(1));
        fixture.settle();
        assertThat(fixture.channelManager.received).hasSize(sent);
        fixture.clock.advance(Duration.ofMillis(1));
        fixture.settle();
        assertThat(fixture.channelManager.received).hasSize(++sent);
      }
      fixture.clock.advance(Duration.ofDays(1));
      fixture.settle();

      assertThat(fixture.channelManager.received).hasSize(10);
      assertThat(fixture.channelManager.received.stream().distinct()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6, 7, 8})
  void stopsWhenTheChannelManagerRefuses(int code) {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.channelManager.refuseNext(code);
      fixture.send("m-1", "CM-1", BOOKING);
      fixture.settle();
      fixture.clock.advance(Duration.ofDays(1));
      fixture.settle();

      assertThat(fixture.channelManager.received).hasSize(1);
      assertThat(fixture.mews.notices(ReservationFixture.CONNECTION))
          .as("what the property is told")
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.code()).isEqualTo(code);
                assertThat(notice.message()).contains("CM-1");
              });
    }
  }

  @Test
  void repeatsWhenNobodyAnswers(@TempDir Path folder) {
    try (ReservationFixture fixture =
        ReservationFixture.connected(DatabaseUrl.embedded(folder.resolve("mews")), false, false)) {
      fixture.send("m-1", "CM-1", BOOKING);
      fixture.settle();
      assertThat(fixture.channelManager.received).isEmpty();

      register(fixture);
      fixture.settle();
      assertThat(fixture.channelManager.received).isEmpty();
      fixture.clock.advance(Duration.ofMillis(200));
      fixture.settle();
      assertThat(fixture.channelManager.last()).isEqualTo("m-1 01=100001");
    }
  }

  @Test
  void keepsTheOrderOfTheResultsOfABooking() {
    try (ReservationFixture fixture = ReservationFixture.connected(Databases.inMemory())) {
      fixture.channelManager.refuseNext(1);
      fixture.send("m-1", "CM-1", BOOKING);
      fixture.settle();
      fixture.send("m-2", "CM-1", "");
      fixture.send("m-3", "CM-2", BOOKING);
      fixture.settle();
      assertThat(related(fixture)).containsExactly("m-1", "m-3");

      fixture.clock.advance(Duration.ofMillis(200));
      fixture.settle();
      assertThat(related(fixture)).containsExactly("m-1", "m-3", "m-1", "m-2");
    }
  }

  @Test
  void processesAfterARestartWhatWasAccepted(@TempDir Path folder) {
    try (ReservationFixture fixture =
        ReservationFixture.connected(DatabaseUrl.embedded(folder.resolve("mews")))) {
      fixture.send("m-1", "CM-1", BOOKING);
      fixture.send("m-2", "CM-1", "");
      fixture.restart();
      fixture.settle();

      assertThat(related(fixture)).containsExactly("m-1", "m-2");
      assertThat(fixture.booking("CM-1").path("state").asText()).isEqualTo("CANCELLED");
      assertThat(fixture.send("m-1", "CM-1", BOOKING).path("success").asBoolean()).isTrue();
      fixture.settle();
      assertThat(related(fixture)).hasSize(2);
    }
  }

  @Test
  void confirmsAfterARestartWhatWasProcessed(@TempDir Path folder) {
    try (ReservationFixture fixture =
        ReservationFixture.connected(DatabaseUrl.embedded(folder.resolve("mews")))) {
      fixture.channelManager.refuseNext(1);
      fixture.send("m-1", "CM-1", BOOKING);
      fixture.settle();
      fixture.restart();
      fixture.clock.advance(Duration.ofMinutes(1));
      fixture.settle();
      fixture.restart();
      fixture.settle();

      assertThat(related(fixture)).containsExactly("m-1", "m-1");
      assertThat(fixture.channelManager.last()).isEqualTo("m-1 01=100001");
      assertThat(fixture.availability("DBL", "2027-03-01")).isEqualTo(11);
    }
  }

  private static void register(ReservationFixture fixture) {
    fixture
        .database
        .dsl()
        .execute(
            "insert into connection_endpoint (connection_token, operation, address) values (?, ?,"
                + " ?)",
            CONNECTION,
            "confirmGroup",
            fixture.channelManager.address().toString());
  }

  private static List<String> related(ReservationFixture fixture) {
    return fixture.channelManager.received.stream()
        .map(ConfirmGroupRequest::relatedMessageId)
        .toList();
  }
}
