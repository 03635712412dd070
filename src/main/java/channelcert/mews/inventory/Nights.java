package channelcert.mews.inventory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An interval of nights, each named by the day on which it starts; the last night is included.
 *
 * @param first first night
 * @param last last night, included, not before the first
 */
public record Nights(LocalDate first, LocalDate last) {
  public Nights {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "the last night " + last + " is before the first night " + first);
    }
  }

  /** A number of nights, at least one, from a first one on. */
  public static Nights of(LocalDate first, int count) {
    return new Nights(first, first.plusDays(count - 1L));
  }

  /** The same nights in the fewest intervals, earliest first. */
  static List<Nights> united(Collection<Nights> intervals) {
    List<Nights> united = new ArrayList<>();
    for (Nights next : intervals.stream().sorted(Comparator.comparing(Nights::first)).toList()) {
      Nights last = united.isEmpty() ? null : united.getLast();
      if (last == null || next.first().isAfter(last.last().plusDays(1))) {
        united.add(next);
      } else if (next.last().isAfter(last.last())) {
        united.set(united.size() - 1, new Nights(last.first(), next.last()));
      }
    }
    return united;
  }

  public int count() {
    return Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1;
  }

  public Stream<LocalDate> stream() {
    return first.datesUntil(last.plusDays(1));
  }
}
