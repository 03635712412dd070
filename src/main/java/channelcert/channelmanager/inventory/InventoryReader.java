package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Pair;
import java.util.ArrayList;
import java.util.List;

/** Shows what is stored of ARI: neighbouring nights with equal values joined, or every cell. */
public final class InventoryReader {
  private final InventoryStore store;

  public InventoryReader(InventoryStore store) {
    this.store = store;
  }

  public List<NightRun<String, Integer>> availability(long connectionId, Nights nights) {
    return runs(store.availability(connectionId, nights));
  }

  public List<NightRun<Pair, PricedNight>> prices(long connectionId, Nights nights) {
    return runs(store.prices(connectionId, nights));
  }

  public List<NightRun<Pair, RestrictedNight>> restrictions(long connectionId, Nights nights) {
    return runs(store.restrictions(connectionId, nights));
  }

  /** Every stored night of the window with the message that set it, by key, then night. */
  public List<SourcedNight<String, Integer>> availabilityCells(long connectionId, Nights window) {
    return store.availability(connectionId, window);
  }

  /** Every stored night of the window with the message that set it, by key, then night. */
  public List<SourcedNight<Pair, PricedNight>> priceCells(long connectionId, Nights window) {
    return store.prices(connectionId, window);
  }

  /** Every stored night of the window with the message that set it, by key, then night. */
  public List<SourcedNight<Pair, RestrictedNight>> restrictionCells(
      long connectionId, Nights window) {
    return store.restrictions(connectionId, window);
  }

  /** Rules by which rates derive, as they were pushed. */
  public List<DependentRule> dependentRates(long connectionId) {
    return store.dependentRates(connectionId);
  }

  private static <K, V> List<NightRun<K, V>> runs(List<SourcedNight<K, V>> cells) {
    List<NightRun<K, V>> runs = new ArrayList<>();
    for (SourcedNight<K, V> cell : cells) {
      NightRun<K, V> last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && continues(last, cell)) {
        Nights longer = new Nights(last.nights().first(), cell.night());
        runs.set(runs.size() - 1, new NightRun<>(last.key(), longer, last.value()));
      } else {
        runs.add(new NightRun<>(cell.key(), new Nights(cell.night(), cell.night()), cell.value()));
      }
    }
    return runs;
  }

  private static <K, V> boolean continues(NightRun<K, V> run, SourcedNight<K, V> cell) {
    return run.key().equals(cell.key())
        && run.value().equals(cell.value())
        && run.nights().last().plusDays(1).equals(cell.night());
  }
}
