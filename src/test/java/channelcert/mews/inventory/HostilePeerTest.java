package channelcert.mews.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.inventory.HostilePeer.Habit;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.store.Database;
import channelcert.store.Databases;
import channelcert.store.Part;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Channel managers that do everything but answer, all at once: each costs its own connection one
 * attempt after the other, and nobody else anything.
 */
class HostilePeerTest {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);
  private static final Duration SLACK = Duration.ofMillis(2500);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MORE_THAT_HANG = 20;

  private static final Database DATABASE = Database.open(Databases.inMemory(), Part.MEWS);
  private static final Map<Habit, HostilePeer> PEERS = new EnumMap<>(Habit.class);
  private static final MewsSide MEWS =
      MewsSide.start(
          MewsSettings.loopback(DATABASE, Clock.systemUTC(), () -> UUID.randomUUID().toString())
              .withCallTimeout(CALL_TIMEOUT));

  @BeforeAll
  static void pushToAll() throws IOException {
    MEWS.createReferenceProperty(PricingMode.GROSS);
    for (Habit habit : Habit.values()) {
      HostilePeer peer = new HostilePeer(habit);
      PEERS.put(habit, peer);
      connect(habit.name(), peer.address());
    }
    for (int number = 0; number < MORE_THAT_HANG; number++) {
      connect("HANGS-" + number, peer(Habit.HANGS).address());
      MEWS.enable("HANGS-" + number, EnumSet.allOf(InventoryKind.class));
    }
    PEERS.keySet().forEach(habit -> MEWS.enable(habit.name(), Set.of(InventoryKind.AVAILABILITY)));
  }

  @AfterAll
  static void close() throws IOException {
    for (HostilePeer peer : PEERS.values()) {
      peer.close();
    }
    MEWS.close();
    DATABASE.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BEHAVES")
  void anAttemptEndsInTimeLeavesNoSocketAndIsToldAsWhatItWas(Habit habit) throws Exception {
    PushedMessage first = firstFinished(habit);
    Instant finished = Objects.requireNonNull(first.finishedAt());

    assertThat(Duration.between(first.sentAt(), finished)).isLessThan(CALL_TIMEOUT.plus(SLACK));
    assertThat(first.result()).contains(habit.reason());
    assertThat(MEWS.notices(habit.name()).getFirst().message()).contains(habit.reason());
    assertThat(MEWS.pushes().lanes(habit.name()).getFirst().failures()).isPositive();
    assertThat(MEWS.awaitDelivered(habit.name(), Duration.ZERO)).isFalse();
    peer(habit).awaitHungUp(CALL_TIMEOUT.plus(SLACK));
  }

  @Test
  void peersThatHangHoldNobodyElseUp() {
    assertThat(MEWS.awaitDelivered(Habit.BEHAVES.name(), PATIENCE)).isTrue();
    assertThat(MEWS.awaitDelivered("HANGS-0", Duration.ZERO)).isFalse();
  }

  private static HostilePeer peer(Habit habit) {
    return Objects.requireNonNull(PEERS.get(habit));
  }

  private static PushedMessage firstFinished(Habit habit) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      List<PushedMessage> messages = MEWS.pushes().messages(habit.name(), 1000);
      if (!messages.isEmpty() && messages.getLast().finishedAt() != null) {
        return messages.getLast();
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    throw new AssertionError("no attempt came to its end");
  }

  private static void connect(String token, URI address) {
    MEWS.connect(
        new NewConnection(
            token,
            "canal-house",
            "Hostile",
            "their-token",
            "mews-token",
            Map.of(
                "updateAvailability", address,
                "updatePrices", address,
                "updateRestrictions", address),
            false,
            30,
            30,
            5000));
  }
}
