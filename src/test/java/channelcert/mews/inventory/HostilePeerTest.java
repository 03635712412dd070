package channelcert.mews.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.store.Database;
import channelcert.store.Databases;
import channelcert.store.Part;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Channel managers that do everything but answer: each costs one attempt and no more. */
class HostilePeerTest {
  private static final Duration CALL_TIMEOUT = Duration.ofMillis(1500);
  private static final Duration SLACK = Duration.ofMillis(2500);
  private final Database database = Database.open(Databases.inMemory(), Part.MEWS);

  @ParameterizedTest
  @EnumSource(value = HostilePeer.Habit.class, names = "BEHAVES", mode = EnumSource.Mode.EXCLUDE)
  void anAttemptEndsInTimeAndIsToldAsWhatItWas(HostilePeer.Habit habit) throws Exception {
    try (HostilePeer peer = new HostilePeer(habit);
        MewsSide mews = MewsSide.start(settings().stopped().withCallTimeout(CALL_TIMEOUT))) {
      connect(mews, "hostile", peer.address());
      mews.enable("hostile", Set.of(InventoryKind.AVAILABILITY));
      long start = System.nanoTime();
      mews.tick();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CALL_TIMEOUT.plus(SLACK));
      PushedMessage message = mews.pushes().messages("hostile", 1).getFirst();
      assertThat(message.result()).contains(habit.reason());
      assertThat(mews.notices("hostile").getLast().message()).contains(habit.reason());
      assertThat(mews.pushes().lanes("hostile").getFirst().failures()).isEqualTo(1);
      assertThat(mews.awaitDelivered("hostile", Duration.ZERO)).isFalse();
      if (habit.endsTheConnection()) {
        peer.awaitHungUp(CALL_TIMEOUT.plus(SLACK));
      }
    }
  }

  @Test
  void peersThatHangHoldNobodyElseUp() throws Exception {
    try (HostilePeer hanging = new HostilePeer(HostilePeer.Habit.HANGS);
        HostilePeer good = new HostilePeer(HostilePeer.Habit.BEHAVES);
        MewsSide mews = MewsSide.start(settings())) {
      for (int number = 0; number < 20; number++) {
        connect(mews, "hanging-" + number, hanging.address());
        mews.enable("hanging-" + number, EnumSet.allOf(InventoryKind.class));
      }
      connect(mews, "zz-good", good.address());
      mews.enable("zz-good", EnumSet.allOf(InventoryKind.class));

      assertThat(mews.awaitDelivered("zz-good", Duration.ofSeconds(20))).isTrue();
      assertThat(mews.awaitDelivered("hanging-0", Duration.ZERO)).isFalse();
    } finally {
      database.close();
    }
  }

  private MewsSettings settings() {
    AtomicInteger ids = new AtomicInteger();
    String start = UUID.randomUUID().toString();
    return MewsSettings.loopback(
        database, Clock.systemUTC(), () -> start + "-" + ids.incrementAndGet());
  }

  private static void connect(MewsSide mews, String token, URI address) {
    mews.createReferenceProperty(PricingMode.GROSS);
    mews.connect(
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
