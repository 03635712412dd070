package channelcert.mews.reservation.outgoing;

import static channelcert.mews.reservation.outgoing.StaffFixture.CONNECTION;
import static channelcert.mews.reservation.outgoing.StaffFixture.booking;
import static channelcert.mews.reservation.outgoing.StaffFixture.stay;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.mews.message.Outgoing;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupDeliveryTest {
  private static final Duration CONFIRMATION = Duration.ofMinutes(15);

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void countsAsDeliveredOnlyWhenConfirmed(DatabaseUrl url) {
    try (StaffFixture fixture = new StaffFixture(url)) {
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.ACCEPTED);
      assertThat(success(fixture.confirm(first(fixture), "CM-1", "100001=01"))).isTrue();
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.DELIVERED);
      fixture.pass(Duration.ofDays(1));
      assertThat(fixture.inbox.received).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void sendsAgainUnderANewIdWhenNoConfirmationComesInTime(DatabaseUrl url) {
    try (StaffFixture fixture = new StaffFixture(url)) {
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      fixture.restart();
      fixture.pass(CONFIRMATION.minusMillis(1));
      assertThat(fixture.inbox.received).hasSize(1);
      fixture.pass(Duration.ofMillis(1));
      fixture.pass(Duration.ofMillis(200));
      assertThat(ids(fixture)).hasSize(2).doesNotHaveDuplicates();
      assertThat(success(fixture.confirm(ids(fixture).getLast(), "CM-1", "100001=01"))).isTrue();
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.DELIVERED);
    }
  }

  @Test
  void takesALateConfirmationWhileNothingNewerWasSent() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      fixture.pass(CONFIRMATION);
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.WAITING);
      assertThat(success(fixture.confirm(first(fixture), "CM-1", "100001=01"))).isTrue();
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.DELIVERED);
      fixture.pass(Duration.ofDays(1));
      assertThat(fixture.inbox.received).hasSize(1);
    }
  }

  @Test
  void answersALateConfirmationAfterSomethingNewerWithoutCountingIt() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      fixture.pass(CONFIRMATION);
      fixture.pass(Duration.ofMillis(200));
      assertThat(success(fixture.confirm(first(fixture), "CM-1", "100001=01"))).isTrue();
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.ACCEPTED);
    }
  }

  @Test
  void takesARepeatedConfirmationOnce() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      fixture.confirm(first(fixture), "CM-1", "100001=01");
      assertThat(success(fixture.confirm(first(fixture), "CM-1", "100001=01"))).isTrue();
      assertThat(success(fixture.fail(first(fixture), 7))).isTrue();
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.DELIVERED);
      assertThat(fixture.mews.notices(CONNECTION)).isEmpty();
    }
  }

  @Test
  void refusesConfirmationsOfWhatWasNeverSentAndWithoutCodes() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      assertRefused(fixture.confirm("unknown", "CM-1", "100001=01"), "unknown");
      assertRefused(fixture.report(first(fixture), "\"success\":true"), "code");
      assertRefused(fixture.confirm(first(fixture), "CM-1", "100001=_"), "_");
      assertRefused(fixture.confirm(first(fixture), "CM-1", "100001=01", "100002=01"), "twice");
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.ACCEPTED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 7})
  void doesNotRepeatWhatIsRefusedAndTellsTheProperty(int code) {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      fixture.inbox.refuseNext(code);
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      fixture.pass(Duration.ofDays(1));
      assertThat(fixture.inbox.received).hasSize(1);
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.REFUSED);
      assertThat(fixture.mews.notices(CONNECTION))
          .singleElement()
          .satisfies(notice -> assertThat(notice.code()).isEqualTo(code));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 7})
  void doesNotRepeatWhatAConfirmationRefuses(int code) {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      assertThat(success(fixture.fail(first(fixture), code))).isTrue();
      fixture.pass(Duration.ofDays(1));
      assertThat(fixture.inbox.received).hasSize(1);
      assertThat(state(fixture, group)).isEqualTo(Outgoing.State.REFUSED);
      assertThat(fixture.mews.notices(CONNECTION)).hasSize(1);
    }
  }

  @Test
  void repeatsTheSameAttemptAfterCode1WithGrowingPausesUnderItsId() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      for (int i = 0; i < 9; i++) {
        fixture.inbox.refuseNext(1);
      }
      fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      int sent = 1;
      for (Duration pause :
          Stream.of("0.2S", "1S", "5S", "30S", "2M", "5M", "15M", "30M", "30M")
              .map(pause -> Duration.parse("PT" + pause))
              .toList()) {
        fixture.pass(pause.minusMillis(1));
        assertThat(fixture.inbox.received).hasSize(sent);
        fixture.pass(Duration.ofMillis(1));
        assertThat(fixture.inbox.received).hasSize(++sent);
      }
      assertThat(ids(fixture).stream().distinct()).hasSize(1);
    }
  }

  @Test
  void sendsAgainUnderANewIdWhenAConfirmationReportsCode1() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      assertThat(success(fixture.fail(first(fixture), 1))).isTrue();
      fixture.pass(Duration.ofMillis(200));
      assertThat(ids(fixture)).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void repeatsWhenNobodyAnswersAndHoldsWrongTokensLonger() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      fixture.inbox.refuseNext(8);
      fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      fixture.pass(Duration.ofMinutes(5).minusMillis(1));
      assertThat(fixture.inbox.received).hasSize(1);
      assertThat(fixture.mews.notices(CONNECTION)).hasSize(1);
      fixture.inbox.close();
      fixture.pass(Duration.ofMillis(1));
      assertThat(fixture.mews.notices(CONNECTION)).hasSize(1);
      assertThat(fixture.inbox.received).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void keepsTheOrderOfABookingAndLetsOthersPass(DatabaseUrl url) {
    try (StaffFixture fixture = new StaffFixture(url)) {
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.desk().cancel(fixture.property, group.id());
      fixture.desk().create(fixture.property, booking(stay("SGL", "2027-05-01", 1)));
      fixture.settle();
      assertThat(fixture.inbox.received)
          .extracting(sent -> java.util.Objects.requireNonNull(sent.reservations()).size())
          .containsExactly(1, 1);
      fixture.restart();
      fixture.confirm(first(fixture), "CM-1", "100001=01");
      fixture.settle();
      assertThat(fixture.inbox.received).hasSize(3);
      assertThat(fixture.inbox.last().reservations()).isEmpty();
      assertThat(fixture.inbox.last().channelManagerId()).isEqualTo("CM-1");
    }
  }

  @Test
  void sendsNoCancellationOfWhatTheChannelManagerRefused() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      fixture.inbox.refuseNext(7);
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.desk().cancel(fixture.property, group.id());
      fixture.settle();
      assertThat(fixture.inbox.received).hasSize(1);
      assertThat(fixture.desk().messages(fixture.property, group.id()))
          .extracting(Outgoing::state)
          .containsExactly(Outgoing.State.REFUSED, Outgoing.State.NEEDLESS);
    }
  }

  private static Outgoing.State state(StaffFixture fixture, HouseGroup group) {
    return fixture.desk().messages(fixture.property, group.id()).getFirst().state();
  }

  private static List<String> ids(StaffFixture fixture) {
    return fixture.inbox.received.stream().map(ProcessGroupToChmRequest::messageId).toList();
  }

  private static String first(StaffFixture fixture) {
    return ids(fixture).getFirst();
  }

  private static boolean success(JsonNode answer) {
    return answer.path("success").asBoolean();
  }

  private static void assertRefused(JsonNode answer, String named) {
    assertThat(success(answer)).isFalse();
    assertThat(answer.path("errors").path(0).path("code").asInt()).isEqualTo(6);
    assertThat(answer.path("errors").path(0).path("message").asText()).contains(named);
  }
}
