package channelcert.mews.inventory;

import channelcert.mews.property.Access;
import channelcert.mews.property.Property;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Full updates on request, and what is left of them. */
public final class InventoryMarks {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final PushStore store;
  private final Clock clock;

  public InventoryMarks(PushStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The nights that a connection is told of: from today on, as many as its horizon. */
  public Nights horizon(Access.Granted access) {
    return Nights.of(today(access.property()), access.connection().horizonDays());
  }

  public LocalDate today(Property property) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(property.timeZone()));
  }

  /** Marks what of the nights lies in the horizon, for every synchronised key of the kinds. */
  public void request(Access.Granted access, Nights nights, Set<InventoryKind> kinds) {
    Nights horizon = horizon(access);
    LocalDate first = latest(nights.first(), horizon.first());
    LocalDate last = earliest(nights.last(), horizon.last());
    if (!last.isBefore(first)) {
      store.mark(access.connection(), kinds, new Nights(first, last));
    }
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * Waits until nothing is left to push to the connection; answers false when the time is over, or
   * earlier when everything that is left is paused for longer.
   */
  public boolean awaitDelivered(String connectionToken, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      PushStore.Left left = store.left(connectionToken);
      Duration time = Duration.ofNanos(deadline - System.nanoTime());
      if (left.nothing()) {
        return true;
      }
      if (time.isNegative() || isBeyond(left.pausedUntil(), time)) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private boolean isBeyond(Optional<Instant> pausedUntil, Duration time) {
    return pausedUntil.isPresent() && pausedUntil.get().isAfter(clock.instant().plus(time));
  }

  /** Drops everything that waits for the connection, and its pauses. */
  public void discard(String connectionToken) {
    store.discard(connectionToken);
  }
}
