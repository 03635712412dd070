package channelcert.mews.availabilityblock;

import channelcert.mews.reservation.group.AvailabilityEffect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A number for each category and night, 0 where none was added. Used by one thread. */
final class SpaceNights {
  private final Map<String, TreeMap<LocalDate, Integer>> units = new TreeMap<>();

  void add(String spaceTypeCode, LocalDate night, int count) {
    units.computeIfAbsent(spaceTypeCode, key -> new TreeMap<>()).merge(night, count, Integer::sum);
  }

  void add(List<AvailabilityEffect> effects, int factor) {
    for (AvailabilityEffect effect : effects) {
      effect.nights().stream()
          .forEach(night -> add(effect.spaceTypeCode(), night, effect.units() * factor));
    }
  }

  int at(String spaceTypeCode, LocalDate night) {
    TreeMap<LocalDate, Integer> nights = units.get(spaceTypeCode);
    return nights == null ? 0 : nights.getOrDefault(night, 0);
  }

  /** The numbers that are not 0 in the fewest intervals. */
  List<AvailabilityEffect> runs() {
    return AvailabilityEffect.of(units);
  }
}
