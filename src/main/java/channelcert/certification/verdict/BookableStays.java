package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SUP-7: which stays could be booked under the restrictions that were pushed (domain reference,
 * 7.8), against what the candidate says.
 */
public final class BookableStays {
  private static final int CLOSED_TO_ARRIVAL = 6;
  private static final int CLOSED_TO_DEPARTURE = 7;
  private static final int CLOSED_TO_STAY = 8;
  private static final int SHOWN = 5;

  private BookableStays() {}

  /** Every stay that was asked for after the last push, beginning in the days that a note names. */
  public static Check asRestricted(String fact) {
    String rule = "a stay can be booked exactly where the restrictions allow it";
    return evidence -> {
      Map<LocalDate, JsonNode> restrictions = restrictions(evidence);
      List<String> wrong = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      int asked = 0;
      LocalDate from = LocalDate.parse(evidence.fact(fact + ".from"));
      LocalDate to = LocalDate.parse(evidence.fact(fact + ".to"));
      for (Message message : evidence.messages(Direction.DRIVER, "readBookability")) {
        for (JsonNode stay : message.answer().path("stays")) {
          LocalDate arrival = LocalDate.parse(stay.path("arrival").asText());
          if (!arrival.isBefore(from) && !arrival.isAfter(to)) {
            asked++;
            ids.add(message.id());
            compare(restrictions, stay, wrong);
          }
        }
      }
      return finding(rule, asked, wrong, ids.stream().distinct().toList());
    };
  }

  private static Finding finding(String rule, int asked, List<String> wrong, List<String> ids) {
    if (asked == 0) {
      return Finding.missing(rule, "no stay was asked for", "Offer readBookability in the driver.");
    }
    return wrong.isEmpty()
        ? Finding.passed(rule, "all " + asked + " stays", ids)
        : Finding.failed(
            rule,
            wrong.size()
                + " of "
                + asked
                + " stays differ: "
                + String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size()))),
            "A restriction holds for lengths of stay within its limits, every other length is"
                + " closed; arrival counts on the first night, departure on the day after the"
                + " last.",
            ids);
  }

  private static void compare(
      Map<LocalDate, JsonNode> restrictions, JsonNode stay, List<String> wrong) {
    LocalDate arrival = LocalDate.parse(stay.path("arrival").asText());
    LocalDate departure = LocalDate.parse(stay.path("departure").asText());
    String reason = closedBy(restrictions, arrival, departure);
    if (stay.path("bookable").asBoolean() != reason.isEmpty()) {
      wrong.add(
          arrival
              + " to "
              + departure
              + " is "
              + (reason.isEmpty() ? "open" : "closed (" + reason + ")")
              + " but shown as "
              + (reason.isEmpty() ? "closed" : "open"));
    }
  }

  /** What closes the stay; empty when nothing does. */
  static String closedBy(
      Map<LocalDate, JsonNode> restrictions, LocalDate arrival, LocalDate departure) {
    long nights = ChronoUnit.DAYS.between(arrival, departure);
    for (LocalDate night = arrival; night.isBefore(departure); night = night.plusDays(1)) {
      JsonNode restriction = restrictions.get(night);
      if (restriction == null) {
        continue;
      }
      if (!isInRange(restriction, nights)) {
        return "length";
      }
      if (hasState(restriction, CLOSED_TO_STAY)) {
        return "stay";
      }
      if (night.equals(arrival) && hasState(restriction, CLOSED_TO_ARRIVAL)) {
        return "arrival";
      }
    }
    JsonNode last = restrictions.get(departure);
    return last != null && isInRange(last, nights) && hasState(last, CLOSED_TO_DEPARTURE)
        ? "departure"
        : "";
  }

  private static boolean isInRange(@Nullable JsonNode restriction, long nights) {
    if (restriction == null) {
      return true;
    }
    JsonNode least = restriction.path("minLos");
    JsonNode most = restriction.path("maxLos");
    return (!least.isNumber() || nights >= least.asInt())
        && (!most.isNumber() || nights <= most.asInt());
  }

  private static boolean hasState(JsonNode restriction, int state) {
    Set<Integer> states = new HashSet<>();
    restriction.path("state").forEach(each -> states.add(each.asInt()));
    return states.contains(state);
  }

  /** The restriction of each day for the pair that was asked about, the last push winning. */
  private static Map<LocalDate, JsonNode> restrictions(RowEvidence evidence) {
    String space = evidence.fact("space");
    String rate = evidence.fact("rate");
    Map<LocalDate, JsonNode> days = new HashMap<>();
    for (Message push : PushKind.RESTRICTIONS.pushes(evidence)) {
      if (Outcome.delivered(push, evidence)) {
        for (JsonNode item : push.request().path("restrictions")) {
          if (item.path("spaceTypeCode").asText().equals(space)
              && item.path("ratePlanCode").asText().equals(rate)) {
            PushedCells.interval(item)
                .ifPresent(nights -> nights.nights().forEach(day -> days.put(day, item)));
          }
        }
      }
    }
    return days;
  }
}
