package channelcert.mews.inventory;

import static channelcert.mews.FakeChannelManager.refusal;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.mews.MewsFixture;
import channelcert.store.DatabaseUrl;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PushControlTest {
  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void whatIsHeldBackLeavesWhenItIsResumed(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      fixture.mews.pushes().hold(CONNECTION);
      setUnits(fixture, 3);
      setUnits(fixture, 2);
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received).isEmpty();
      assertThat(fixture.isDelivered()).isFalse();
      assertThat(availability(fixture)).matches(LaneState::held).matches(LaneState::waiting);

      fixture.mews.pushes().resume(CONNECTION);
      fixture.tickUntilIdle();

      assertThat(units(fixture)).containsExactly(2);
      assertThat(fixture.isDelivered()).isTrue();
      assertThat(fixture.mews.pushes().lanes(CONNECTION))
          .extracting(LaneState::kind)
          .containsExactly(InventoryKind.values());
      assertThat(fixture.mews.pushes().lanes(CONNECTION))
          .noneMatch(LaneState::held)
          .noneMatch(LaneState::waiting);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aConnectionMayBeHeldBackBeforeAnythingWasPushed(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url)) {
      fixture.mews.pushes().hold(CONNECTION);
      fixture.mews.enable(CONNECTION, EnumSet.allOf(InventoryKind.class));
      fixture.tickUntilIdle();
      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).isEmpty();

      fixture.mews.pushes().resume(CONNECTION);
      fixture.tickUntilIdle();
      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).hasSize(1);
      assertThat(fixture.isDelivered()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aDeltaNowEndsThePauseAfterFailures(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      fixture.channelManager.answerNext(refusal(3, null, null));
      setUnits(fixture, 3);
      fixture.tickUntilIdle();

      LaneState paused = availability(fixture);
      assertThat(paused.failures()).isEqualTo(1);
      assertThat(paused.notBefore()).isEqualTo(fixture.clock.instant().plus(Duration.ofMinutes(5)));
      assertThat(units(fixture)).containsExactly(3);

      fixture.mews.pushes().deltaNow(CONNECTION);
      fixture.tickUntilIdle();

      assertThat(units(fixture)).containsExactly(3, 3);
      assertThat(availability(fixture).failures()).isZero();
      assertThat(availability(fixture).notBefore()).isNull();
      assertThat(fixture.isDelivered()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void showsTheLastMessagesAndWhatCameOfThem(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      fixture.clock.advance(Duration.ofSeconds(1));
      fixture.channelManager.answerNext(refusal(1, null, null));
      fixture.channelManager.whileInFlight(
          () -> assertThat(last(fixture, 1).getFirst().finishedAt()).isNull());
      setUnits(fixture, 3);
      fixture.tickUntilIdle();
      fixture.clock.advance(Duration.ofSeconds(1));
      fixture.tickUntilIdle();

      List<UpdateAvailabilityRequest> pushes =
          fixture.channelManager.received(UpdateAvailabilityRequest.class);
      List<PushedMessage> messages = last(fixture, 2);
      assertThat(messages)
          .extracting(PushedMessage::messageId)
          .containsExactly(pushes.get(1).messageId(), pushes.get(0).messageId());
      assertThat(messages)
          .allMatch(message -> message.kind() == InventoryKind.AVAILABILITY)
          .allMatch(message -> message.items() == 1)
          .allMatch(message -> message.sentAt().equals(message.finishedAt()));
      assertThat(messages.get(1).result()).contains("Not wanted here");
      assertThat(messages.get(0).result()).doesNotContain("Not wanted here");
    }
  }

  private static List<PushedMessage> last(MewsFixture fixture, int atMost) {
    return fixture.mews.pushes().messages(CONNECTION, atMost);
  }

  private static LaneState availability(MewsFixture fixture) {
    return fixture.mews.pushes().lanes(CONNECTION).getFirst();
  }

  private static void setUnits(MewsFixture fixture, int units) {
    fixture.mews.changeAvailability(
        "canal-house", List.of(new AvailabilityChange("DBL", Nights.of(TODAY, 1), units)));
  }

  private static List<Integer> units(MewsFixture fixture) {
    return fixture.channelManager.received(UpdateAvailabilityRequest.class).stream()
        .flatMap(push -> push.availabilities().stream())
        .map(item -> item.availability())
        .toList();
  }
}
