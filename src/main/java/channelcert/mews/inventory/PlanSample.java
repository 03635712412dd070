package channelcert.mews.inventory;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The prices of a full update in their stored form, in memory, to measure how long their intervals
 * take: 365 nights, 25 pairs, 4 numbers of guests, weekends dearer and every third week as well.
 */
public final class PlanSample {
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);
  private static final int NIGHTS = 365;
  private static final int CODES = 5;

  private final Map<InventoryKey, Map<LocalDate, String>> stored = new HashMap<>();
  private final Map<InventoryKey, BitSet> marked = new HashMap<>();
  private final MessagePlanner planner = new MessagePlanner(TODAY, NIGHTS, 100_000);

  public PlanSample() {
    for (int pair = 0; pair < CODES * CODES; pair++) {
      InventoryKey key = new InventoryKey("CATEGORY" + pair / CODES, "RATE" + pair % CODES);
      stored.put(key, months(pair));
      BitSet nights = new BitSet();
      nights.set(0, NIGHTS);
      marked.put(key, nights);
    }
  }

  private static Map<LocalDate, String> months(int pair) {
    return IntStream.range(0, 12)
        .mapToObj(TODAY::plusMonths)
        .collect(Collectors.toMap(month -> month, month -> month(month, pair)));
  }

  private static String month(LocalDate first, int pair) {
    return IntStream.range(0, 31)
        .mapToObj(day -> prices(first.plusDays(day), pair))
        .collect(Collectors.joining(";"));
  }

  private static String prices(LocalDate night, int pair) {
    boolean weekend = night.getDayOfWeek().getValue() > 4;
    boolean dear = night.getDayOfYear() / 7 % 3 == 0;
    int base = 80 + pair + (weekend ? 15 : 0) + (dear ? 30 : 0);
    return IntStream.range(0, 4)
        .mapToObj(guests -> base + 20 * guests + ".00")
        .collect(Collectors.joining(" "));
  }

  /** Reads the values and computes the intervals; answers how many these are. */
  public int plan() {
    Map<InventoryKey, NightValues> values = new HashMap<>();
    stored.forEach(
        (key, months) -> {
          NightValues ofKey = new NightValues(night -> null);
          months.forEach(ofKey::load);
          values.put(key, ofKey);
        });
    return planner.plan(marked, values).stream().mapToInt(List::size).sum();
  }
}
