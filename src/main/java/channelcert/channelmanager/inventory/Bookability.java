package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Pair;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the stored restrictions let a stay be booked (domain reference, 7.8): the length is asked
 * for on every night, arrival on the first one, and departure on the day after the last one.
 */
public final class Bookability {
  private final InventoryStore store;

  public Bookability(InventoryStore store) {
    this.store = store;
  }

  /** Whether no restriction stands against it; a stay of no night cannot be booked. */
  public boolean isBookable(long connectionId, Pair pair, LocalDate arrival, LocalDate departure) {
    long length = ChronoUnit.DAYS.between(arrival, departure);
    if (length < 1) {
      return false;
    }
    Map<LocalDate, RestrictedNight> stored =
        store.restrictions(connectionId, new Nights(arrival, departure), pair).stream()
            .collect(Collectors.toMap(SourcedNight::night, SourcedNight::value));
    boolean nightsOpen =
        arrival
            .datesUntil(departure)
            .allMatch(night -> isOpen(stored.get(night), night, arrival, length));
    RestrictedNight leaving = stored.get(departure);
    return nightsOpen
        && (leaving == null || !leaving.closedToDeparture() || !leaving.isFor(length));
  }

  private static boolean isOpen(
      @Nullable RestrictedNight restriction, LocalDate night, LocalDate arrival, long length) {
    return restriction == null
        || (restriction.isFor(length)
            && !restriction.closed()
            && !(restriction.closedToArrival() && night.equals(arrival)));
  }
}
