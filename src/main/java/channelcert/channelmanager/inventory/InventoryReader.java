package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what is stored of ARI, neighbouring nights with equal values joined. */
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
    return cells(store.availability(connectionId, window));
  }

  /** Every stored night of the window with the message that set it, by key, then night. */
  public List<SourcedNight<Pair, PricedNight>> priceCells(long connectionId, Nights window) {
    return cells(store.prices(connectionId, window));
  }

  /** Every stored night of the window with the message that set it, by key, then night. */
  public List<SourcedNight<Pair, RestrictedNight>> restrictionCells(
      long connectionId, Nights window) {
    return cells(store.restrictions(connectionId, window));
  }

  /** Rules by which rates derive, as they were pushed. */
  public List<DependentRule> dependentRates(long connectionId) {
    return store.dependentRates(connectionId);
  }

  private static <K, V> List<SourcedNight<K, V>> cells(Map<NightKey<K>, V> cells) {
    Map<K, List<SourcedNight<K, V>>> byKey = new LinkedHashMap<>();
    cells.forEach(
        (key, value) ->
            byKey
                .computeIfAbsent(key.key(), k -> new ArrayList<>())
                .add(new SourcedNight<>(key.key(), key.night(), value, null)));
    return byKey.values().stream().flatMap(List::stream).toList();
  }

  private static <K, V> List<NightRun<K, V>> runs(Map<NightKey<K>, V> cells) {
    Map<K, List<NightRun<K, V>>> runs = new LinkedHashMap<>();
    cells.forEach(
        (key, value) ->
            append(runs.computeIfAbsent(key.key(), k -> new ArrayList<>()), key, value));
    return runs.values().stream().flatMap(List::stream).toList();
  }

  private static <K, V> void append(List<NightRun<K, V>> runs, NightKey<K> key, V value) {
    LocalDate night = key.night();
    if (!runs.isEmpty()) {
      NightRun<K, V> last = runs.getLast();
      if (last.value().equals(value) && last.nights().last().plusDays(1).equals(night)) {
        Nights longer = new Nights(last.nights().first(), night);
        runs.set(runs.size() - 1, new NightRun<>(key.key(), longer, value));
        return;
      }
    }
    runs.add(new NightRun<>(key.key(), new Nights(night, night), value));
  }
}
