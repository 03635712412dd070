package channelcert.mews.reservation.group;

import channelcert.mews.inventory.Nights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a group does to the sellable units of a category.
 *
 * @param units what each of the nights gains, never 0; negative for new bookings
 */
public record AvailabilityEffect(String spaceTypeCode, Nights nights, int units) {
  /**
   * The net differences between two states of a group: a night that stays booked is not mentioned.
   *
   * @param before absent for a new group
   */
  public static List<AvailabilityEffect> between(@Nullable Group before, Group after) {
    Map<String, TreeMap<LocalDate, Integer>> gained = new TreeMap<>();
    if (before != null) {
      count(gained, before, 1);
    }
    count(gained, after, -1);
    return of(gained);
  }

  /**
   * The fewest effects that say the same.
   *
   * @param gained what each night of each category gains; a night with 0 is not mentioned
   */
  public static List<AvailabilityEffect> of(Map<String, TreeMap<LocalDate, Integer>> gained) {
    List<AvailabilityEffect> effects = new ArrayList<>();
    gained.forEach((category, nights) -> effects.addAll(runs(category, nights)));
    return effects;
  }

  private static void count(
      Map<String, TreeMap<LocalDate, Integer>> gained, Group group, int units) {
    for (Reservation reservation : group.active()) {
      Definition definition = reservation.definition();
      TreeMap<LocalDate, Integer> nights =
          gained.computeIfAbsent(definition.spaceTypeCode(), key -> new TreeMap<>());
      definition.stay().nights().stream()
          .forEach(night -> nights.merge(night, units, Integer::sum));
    }
  }

  private static List<AvailabilityEffect> runs(
      String category, TreeMap<LocalDate, Integer> nights) {
    List<AvailabilityEffect> runs = new ArrayList<>();
    nights.values().removeIf(units -> units == 0);
    nights.forEach(
        (night, units) -> {
          AvailabilityEffect last = runs.isEmpty() ? null : runs.getLast();
          if (last != null
              && last.units() == units
              && last.nights().last().plusDays(1).equals(night)) {
            Nights longer = new Nights(last.nights().first(), night);
            runs.set(runs.size() - 1, new AvailabilityEffect(category, longer, units));
          } else {
            runs.add(new AvailabilityEffect(category, new Nights(night, night), units));
          }
        });
    return runs;
  }
}
