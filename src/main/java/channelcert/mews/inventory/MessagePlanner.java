package channelcert.mews.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns marked nights and their values into messages: equal neighbours become one interval, and a
 * message covers at most a number of nights and holds at most a number of items.
 */
final class MessagePlanner {
  private final LocalDate today;
  private final int chunkDays;
  private final int maxItems;

  /**
   * Makes a planner.
   *
   * @param today night with the number 0
   */
  MessagePlanner(LocalDate today, int chunkDays, int maxItems) {
    this.today = today;
    this.chunkDays = chunkDays;
    this.maxItems = maxItems;
  }

  /**
   * The messages, earliest nights first.
   *
   * @param marked numbers of the marked nights of each key, counted from today
   */
  List<List<InventoryItem>> plan(
      Map<InventoryKey, BitSet> marked, Map<InventoryKey, NightValues> values) {
    int first = marked.values().stream().mapToInt(nights -> nights.nextSetBit(0)).min().orElse(0);
    NavigableMap<Integer, List<InventoryItem>> windows = new TreeMap<>();
    new TreeMap<>(marked)
        .forEach(
            (key, nights) -> {
              NightValues ofKey = values.get(key);
              if (ofKey != null) {
                collect(key, nights, ofKey, first, windows);
              }
            });
    return windows.values().stream().flatMap(window -> cut(window).stream()).toList();
  }

  private void collect(
      InventoryKey key,
      BitSet nights,
      NightValues values,
      int origin,
      Map<Integer, List<InventoryItem>> windows) {
    int night = nights.nextSetBit(0);
    while (night >= 0) {
      int window = (night - origin) / chunkDays;
      int limit = Math.min(nights.nextClearBit(night), origin + (window + 1) * chunkDays);
      String value = values.at(today.plusDays(night));
      int end = runEnd(values, night, limit, value);
      if (value != null) {
        windows
            .computeIfAbsent(window, number -> new ArrayList<>())
            .add(
                new InventoryItem(
                    key, new Nights(today.plusDays(night), today.plusDays(end - 1L)), value));
      }
      night = nights.nextSetBit(end);
    }
  }

  private int runEnd(NightValues values, int night, int limit, @Nullable String value) {
    int end = night + 1;
    while (end < limit && Objects.equals(value, values.at(today.plusDays(end)))) {
      end++;
    }
    return end;
  }

  private List<List<InventoryItem>> cut(List<InventoryItem> items) {
    List<List<InventoryItem>> messages = new ArrayList<>();
    for (int from = 0; from < items.size(); ) {
      int to = from + Math.min(maxItems, items.size() - from);
      messages.add(items.subList(from, to));
      from = to;
    }
    return messages;
  }
}
