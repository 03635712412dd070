package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Pair;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the stored restrictions let a stay be booked. */
public final class Bookability {
  private final InventoryStore store;

  public Bookability(InventoryStore store) {
    this.store = store;
  }

  /** Whether no restriction stands against it; a stay of no night cannot be booked. */
  public boolean isBookable(long connectionId, Pair pair, LocalDate arrival, LocalDate departure) {
    if (!departure.isAfter(arrival)) {
      return false;
    }
    Map<LocalDate, RestrictedNight> stored =
        store.restrictions(connectionId, new Nights(arrival, departure), pair).stream()
            .collect(Collectors.toMap(SourcedNight::night, SourcedNight::value));
    return StayRules.obstacle(stored, arrival, departure).isEmpty();
  }
}
