package channelcert.mews.inventory;

import static channelcert.mews.FakeChannelManager.ACCEPTED;
import static channelcert.mews.FakeChannelManager.ACCEPTED_FOR_LATER;
import static channelcert.mews.FakeChannelManager.refusal;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static channelcert.mews.MewsFixture.body;
import static channelcert.mews.MewsFixture.confirmation;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.Availability;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.mews.client.InventoryClient;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.MewsFixture;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import channelcert.store.Part;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes push from one database: the fixture's, and another one beside it. */
class SharedLanesTest {
  private MewsFixture first;
  private FakeChannelManager receiver;
  private Database otherDatabase;
  private MewsSide other;
  private final List<Throwable> failedInFlight = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    DatabaseUrl url = Databases.postgres();
    first = MewsFixture.connected(url, 28, 7, 5000).synchronised();
    receiver = first.channelManager;
    otherDatabase = Database.open(url, Part.MEWS);
    other =
        MewsSide.start(
            MewsSettings.loopback(otherDatabase, first.clock, () -> UUID.randomUUID().toString())
                .stopped()
                .withCallTimeout(Duration.ofSeconds(5)));
  }

  @AfterEach
  void close() {
    other.close();
    otherDatabase.close();
    first.close();
    assertThat(failedInFlight).isEmpty();
  }

  @Test
  void sendsNothingOnALaneOnWhichTheOtherHasAMessageInFlight() {
    whileInFlight(
        () -> {
          setUnits(2);
          untilIdle(other::tick);
          assertUnits(3);
        });
    setUnits(3);
    untilIdle(first.mews::tick);

    assertUnits(3, 2);
    assertThat(first.isDelivered()).isTrue();
  }

  @Test
  void aLateAnswerOfALostLaneHasTheCurrentValueSentAgain() {
    whileInFlight(
        () -> {
          endLeases();
          setUnits(2);
          untilIdle(other::tick);
          assertUnits(3, 2);
          assertThat(first.isDelivered()).isTrue();
        });
    setUnits(3);
    first.mews.tick();
    assertThat(first.isDelivered()).isFalse();
    untilIdle(other::tick);

    assertUnits(3, 2, 2);
    assertThat(first.isDelivered()).isTrue();
    untilIdle(first.mews::tick);
    assertUnits(3, 2, 2);
  }

  @Test
  void aLostLaneGetsNoFurtherMessageFromItsFormerOwner() {
    whileInFlight(
        () -> {
          endLeases();
          untilIdle(other::tick);
        });
    requestFullUpdate();
    first.mews.tick();

    assertThat(pushes()).hasSize(1 + 4);
    assertThat(first.isDelivered()).isFalse();
    untilIdle(other::tick);
    assertThat(pushes()).hasSize(1 + 4 + 1);
    assertThat(pushes().getLast().availabilities()).isEqualTo(pushes().getFirst().availabilities());
    assertThat(first.isDelivered()).isTrue();
  }

  @Test
  void aConfirmationCountsWhereverItArrives() {
    sendForLater();
    assertThat(confirmAtOther(true)).isTrue();
    assertThat(first.isDelivered()).isFalse();
    untilIdle(first.mews::tick);

    assertThat(first.isDelivered()).isTrue();
    assertUnits(3);
  }

  @Test
  void aLaneThatAwaitsAConfirmationIsTakenOverWithoutSendingTwice() {
    sendForLater();
    endLeases();
    setUnits(2);
    untilIdle(other::tick);
    assertUnits(3);

    confirmAtOther(true);
    untilIdle(other::tick);
    assertUnits(3, 2);
    assertThat(first.isDelivered()).isTrue();
  }

  @Test
  void aRefusalInAConfirmationIsMendedByWhoeverTakesTheLane() {
    sendForLater();
    endLeases();
    confirmAtOther(false);
    untilIdle(other::tick);
    assertUnits(3);
    first.clock.advance(Duration.ofSeconds(1));
    untilIdle(other::tick);

    assertUnits(3, 3);
    assertThat(first.isDelivered()).isTrue();
  }

  @Test
  void aProcessThatLeavesFreesItsLanesAtOnce() {
    whileInFlight(
        () -> {
          setUnits(2);
          untilIdle(other::tick);
          assertUnits(3);
          first.mews.engine().close();
          untilIdle(other::tick);
          assertUnits(3, 2);
        });
    setUnits(3);
    first.mews.tick();
    untilIdle(other::tick);

    assertUnits(3, 2, 2);
    assertThat(first.isDelivered()).isTrue();
  }

  @Test
  void whatOneHoldsBackTheOtherSendsNoFurther() {
    whileInFlight(() -> other.pushes().hold(CONNECTION));
    requestFullUpdate();
    untilIdle(first.mews::tick);
    assertThat(pushes()).hasSize(1);

    other.pushes().resume(CONNECTION);
    untilIdle(first.mews::tick);
    assertThat(pushes()).hasSize(4);
    assertThat(first.isDelivered()).isTrue();
  }

  @Test
  void whatOneDiscardsTheOtherSendsNoFurther() {
    whileInFlight(() -> other.discardPending(CONNECTION));
    requestFullUpdate();
    untilIdle(first.mews::tick);

    assertThat(pushes()).hasSize(1);
    assertThat(first.isDelivered()).isTrue();
  }

  @Test
  void aWorkWhoseMarksCannotBeTakenAwayGoesOnLater() {
    whileInFlight(() -> sql("alter table pending_nights rename to elsewhere"));
    setUnits(3);
    first.mews.tick();
    sql("alter table elsewhere rename to pending_nights");
    untilIdle(other::tick);
    assertUnits(3);

    first.clock.advance(Duration.ofSeconds(1));
    untilIdle(other::tick);
    assertUnits(3, 3);
    assertThat(first.isDelivered()).isTrue();
  }

  @Test
  void aWorkWhoseEndCannotBeNotedAtAllBeginsAnew() {
    whileInFlight(() -> sql("alter table push_lane rename to elsewhere"));
    setUnits(3);
    first.mews.tick();
    sql("alter table elsewhere rename to push_lane");
    untilIdle(other::tick);
    assertUnits(3);

    untilIdle(first.mews::tick);
    assertUnits(3, 3);
    assertThat(first.isDelivered()).isTrue();
  }

  /** Runs once while the next message is in flight; what fails in it fails the test. */
  private void whileInFlight(Runnable action) {
    receiver.whileInFlight(
        () -> {
          try {
            action.run();
          } catch (RuntimeException | AssertionError e) {
            failedInFlight.add(e);
          }
        });
  }

  private void sendForLater() {
    receiver.answerNext(ACCEPTED_FOR_LATER, ACCEPTED);
    setUnits(3);
    untilIdle(first.mews::tick);
    assertUnits(3);
    assertThat(first.isDelivered()).isFalse();
  }

  /** Confirms the first message at the listener of the other process. */
  private boolean confirmAtOther(boolean success) {
    var request = confirmation(pushes().getFirst().messageId(), success);
    if (!success) {
      request = request.with().errors(refusal(1, null, null).errors()).build();
    }
    URI address = URI.create(pushes().getFirst().responseUrl());
    URI there = URI.create(other.url() + address.getPath());
    return body(new InventoryClient(first.caller).processAvailabilityConfirmation(there, request))
        .success();
  }

  private void requestFullUpdate() {
    first.mews.requestFullUpdate(
        CONNECTION, Nights.of(TODAY, 28), Set.of(InventoryKind.AVAILABILITY));
  }

  private void setUnits(int units) {
    first.mews.changeAvailability(
        "canal-house", List.of(new AvailabilityChange("DBL", Nights.of(TODAY, 1), units)));
  }

  /** As if no process had said for a while that it lives. */
  private void endLeases() {
    sql("update push_node set alive_until = current_timestamp - interval '1' second");
  }

  private void sql(String statement) {
    first.database.run(transaction -> transaction.execute(statement));
  }

  private static void untilIdle(BooleanSupplier tick) {
    for (int ticks = 0; tick.getAsBoolean(); ticks++) {
      assertThat(ticks).as("ticks until nothing is left").isLessThan(100);
    }
  }

  private void assertUnits(Integer... units) {
    assertThat(pushes())
        .flatExtracting(UpdateAvailabilityRequest::availabilities)
        .extracting(Availability::availability)
        .containsExactly(units);
  }

  private List<UpdateAvailabilityRequest> pushes() {
    return receiver.received(UpdateAvailabilityRequest.class);
  }
}
