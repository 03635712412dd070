package channelcert.channelmanager.selling;

import channelcert.channelmanager.reservation.Stay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Units that are sold but not taken off the pushed availability yet, by category and night. */
final class Taken {
  private final Map<String, Map<LocalDate, Integer>> units = new HashMap<>();

  void add(String spaceTypeCode, Stay stay) {
    change(spaceTypeCode, stay, 1);
  }

  /** Gives units back; where none were taken, one more than was pushed is free. */
  void remove(String spaceTypeCode, Stay stay) {
    change(spaceTypeCode, stay, -1);
  }

  Taken copy() {
    Taken copy = new Taken();
    units.forEach((category, nights) -> copy.units.put(category, new HashMap<>(nights)));
    return copy;
  }

  private void change(String spaceTypeCode, Stay stay, int by) {
    Map<LocalDate, Integer> nights = units.computeIfAbsent(spaceTypeCode, each -> new HashMap<>());
    stay.arrival()
        .datesUntil(stay.departure())
        .forEach(night -> nights.merge(night, by, Integer::sum));
  }

  int at(String spaceTypeCode, LocalDate night) {
    return units.getOrDefault(spaceTypeCode, Map.of()).getOrDefault(night, 0);
  }
}
