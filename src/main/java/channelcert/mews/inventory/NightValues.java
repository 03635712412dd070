package channelcert.mews.inventory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of one key, night by night: what somebody has set, and beneath it what stands until
 * somebody does.
 */
final class NightValues {
  private static final int DAYS = 31;

  private final Map<LocalDate, String[]> months = new HashMap<>();
  private final Function<LocalDate, @Nullable String> standing;

  NightValues(Function<LocalDate, @Nullable String> standing) {
    this.standing = standing;
  }

  /** Adds a stored month. */
  void load(LocalDate firstDay, String stored) {
    months.put(firstDay, stored.split(";", DAYS));
  }

  /** The value of a night; absent when nobody has set one and none stands. */
  @Nullable String at(LocalDate night) {
    String[] days = months.get(night.withDayOfMonth(1));
    String set = days == null ? "" : days[night.getDayOfMonth() - 1];
    return set.isEmpty() ? standing.apply(night) : set;
  }

  void set(LocalDate night, String value) {
    String[] days = months.computeIfAbsent(night.withDayOfMonth(1), month -> emptyMonth());
    days[night.getDayOfMonth() - 1] = value;
  }

  private static String[] emptyMonth() {
    String[] days = new String[DAYS];
    Arrays.fill(days, "");
    return days;
  }

  Set<LocalDate> monthsKnown() {
    return months.keySet();
  }

  /** The stored form of a month that is known. */
  String month(LocalDate firstDay) {
    return String.join(";", Objects.requireNonNull(months.get(firstDay)));
  }
}
