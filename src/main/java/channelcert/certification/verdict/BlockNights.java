package channelcert.certification.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Intervals of blocks, night by night, so that only what they say is compared. */
final class BlockNights {
  /** Longer blocks are nobody's; a forged one must not cost anything. */
  private static final int MOST = 1000;

  private BlockNights() {}

  /** Units of each night. */
  static Map<String, String> units(JsonNode intervals) {
    Map<String, String> nights = new TreeMap<>();
    intervals.forEach(
        each ->
            each(
                each,
                (night, interval) -> nights.put(night, CellValue.number(interval.path("count")))));
    return nights;
  }

  /** Prices of each night and number of guests, in the form of the driver. */
  static Map<String, String> prices(JsonNode intervals) {
    Map<String, String> nights = new TreeMap<>();
    intervals.forEach(each -> each(each, (night, price) -> put(nights, night, price)));
    return nights;
  }

  /** Prices of each night and number of guests, in the published form. */
  static Map<String, String> rates(JsonNode rates) {
    Map<String, String> nights = new TreeMap<>();
    rates.forEach(
        rate ->
            each(
                rate,
                (night, interval) ->
                    interval
                        .path("prices")
                        .forEach(
                            price ->
                                nights.put(
                                    night + " " + price.path("guestCount").asText(),
                                    CellValue.number(price.path("grossAmount"))
                                        + "/"
                                        + CellValue.number(price.path("netAmount"))))));
    return nights;
  }

  private static void put(Map<String, String> nights, String night, JsonNode price) {
    nights.put(
        night + " " + price.path("guestCount").asText(),
        CellValue.number(price.path("gross")) + "/" + CellValue.number(price.path("net")));
  }

  private static void each(JsonNode interval, BiConsumer<String, JsonNode> action) {
    try {
      LocalDate start = LocalDate.parse(interval.path("start").asText());
      LocalDate end = LocalDate.parse(interval.path("end").asText());
      LocalDate after = end.equals(start) ? start.plusDays(1) : end;
      for (int i = 0; i < MOST && start.plusDays(i).isBefore(after); i++) {
        action.accept(start.plusDays(i).toString(), interval);
      }
    } catch (DateTimeException noDates) {
      action.accept("no dates: " + interval.path("start") + " " + interval.path("end"), interval);
    }
  }
}
