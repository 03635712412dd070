package channelcert.channelmanager.inventory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Consecutive nights of inventory; a night is named by the day on which it starts.
 *
 * @param first first night
 * @param last last night, included
 */
public record Nights(LocalDate first, LocalDate last) {
  /** Number of nights; zero or less when the last night comes before the first. */
  public long count() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** Every night in order; none when the last comes before the first. */
  public Stream<LocalDate> each() {
    return count() < 1 ? Stream.empty() : first.datesUntil(last.plusDays(1));
  }
}
