package channelcert.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Entries of a push and their nights, {@code to} included. */
final class Intervals {
  private Intervals() {}

  static LocalDate from(JsonNode entry) {
    return LocalDate.parse(entry.path("from").asText());
  }

  static LocalDate to(JsonNode entry) {
    return LocalDate.parse(entry.path("to").asText());
  }

  static boolean isOneNight(JsonNode entry) {
    return entry.path("from").equals(entry.path("to"));
  }

  /** The last night of each interval is lost, and intervals of one night altogether. */
  static void loseLastNights(ObjectNode push, String list) {
    Tree.removeWhere(push, list, Intervals::isOneNight);
    Tree.each(push, list, entry -> entry.put("to", to(entry).minusDays(1).toString()));
  }

  /** The first night of each interval is lost, and intervals of one night altogether. */
  static void loseFirstNights(ObjectNode push, String list) {
    Tree.removeWhere(push, list, Intervals::isOneNight);
    Tree.each(push, list, entry -> entry.put("from", from(entry).plusDays(1).toString()));
  }

  /** Every interval moves by that many days. */
  static void shift(ObjectNode push, String list, int days) {
    Tree.each(
        push,
        list,
        entry -> {
          entry.put("from", from(entry).plusDays(days).toString());
          entry.put("to", to(entry).plusDays(days).toString());
        });
  }

  /** Nights from that day on are lost. */
  static void loseFrom(ObjectNode push, String list, LocalDate end) {
    Tree.removeWhere(push, list, entry -> !from(entry).isBefore(end));
    Tree.each(
        push,
        list,
        entry -> {
          if (!to(entry).isBefore(end)) {
            entry.put("to", end.minusDays(1).toString());
          }
        });
  }

  /** Whether a push goes further than that many nights after a day. */
  static boolean reachesBeyond(ObjectNode push, String list, LocalDate day, int nights) {
    return Tree.items(push, list)
        .anyMatch(entry -> ChronoUnit.DAYS.between(day, to(entry)) >= nights);
  }
}
