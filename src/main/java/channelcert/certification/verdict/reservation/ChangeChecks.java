package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Lesson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What a change of a booking of several spaces has to show, against the definition in force. */
public final class ChangeChecks {
  private ChangeChecks() {}

  /**
   * How two definitions differ, by reservation code.
   *
   * @param redated reservations of both with other days
   * @param unchanged reservations of both that mean the same
   * @param touched reservations of both with the same days that differ otherwise
   */
  private record Difference(
      Set<String> added,
      Set<String> removed,
      Set<String> redated,
      Set<String> unchanged,
      Set<String> touched) {

    static Difference between(JsonNode before, JsonNode now) {
      Map<String, WrittenReservation> old = WrittenReservation.activeByCode(before);
      Map<String, WrittenReservation> young = WrittenReservation.activeByCode(now);
      Difference difference = new Difference(young.keySet(), old.keySet());
      old.forEach(
          (code, reservation) -> {
            if (young.containsKey(code)) {
              difference.sort(code, reservation, Objects.requireNonNull(young.get(code)));
            }
          });
      return difference;
    }

    private Difference(Set<String> young, Set<String> old) {
      this(
          new TreeSet<>(young),
          new TreeSet<>(old),
          new TreeSet<>(),
          new TreeSet<>(),
          new TreeSet<>());
      added.removeAll(old);
      removed.removeAll(young);
    }

    private void sort(String code, WrittenReservation before, WrittenReservation now) {
      if (!before.stay().equals(now.stay())) {
        redated.add(code);
      } else if (Definitions.same(before.json(), now.json())) {
        unchanged.add(code);
      } else {
        touched.add(code);
      }
    }

    /** What most likely went wrong where the change is not as ordered. */
    Cause cause() {
      if (!added.isEmpty() && !removed.isEmpty() && unchanged.isEmpty()) {
        return Cause.NEW_CODES;
      }
      return (touched.isEmpty() && unchanged.isEmpty()) || removed.size() > 1
          ? Cause.PARTIAL_DEFINITION
          : touched.isEmpty() ? Cause.UNCHANGED : Cause.CANNED_BOOKING;
    }

    String inWords() {
      return "added "
          + added
          + ", removed "
          + removed
          + ", other days "
          + redated
          + ", unchanged "
          + unchanged
          + ", changed otherwise "
          + touched;
    }
  }

  /** A space was added or removed. */
  public static Check spaceChanged(NotedBooking noted, List<String> earlierRows) {
    return rule(
        noted,
        earlierRows,
        "at least one reservation added or removed",
        "Take a space out of the booking (leave it out or send state 3) or add one, and repeat the"
            + " others in full.",
        difference -> !difference.added().isEmpty() || !difference.removed().isEmpty());
  }

  /** The days of a space that stays were changed. */
  public static Check datesChanged(NotedBooking noted, List<String> earlierRows) {
    return rule(
        noted,
        earlierRows,
        "other days for at least one reservation that stays",
        "Lengthen or shorten the stay of a remaining reservation, with one amount a night.",
        difference -> !difference.redated().isEmpty());
  }

  /** What was not changed is repeated as it was. */
  public static Check thirdUnchanged(NotedBooking noted, List<String> earlierRows) {
    return rule(
        noted,
        earlierRows,
        "at least one reservation repeated exactly as before, none changed beside its days",
        "Repeat the reservation that was not changed with the same values; Mews takes the message"
            + " as the complete booking.",
        difference -> !difference.unchanged().isEmpty() && difference.touched().isEmpty());
  }

  @FunctionalInterface
  private interface Rule {
    boolean holds(Difference difference);
  }

  private static Check rule(
      NotedBooking noted, List<String> earlierRows, String expected, String hint, Rule rule) {
    return noted.onChange(
        expected,
        earlierRows,
        (booking, message, history) -> {
          Difference difference = Difference.between(history.last(), message.request());
          return finding(expected, hint, message, difference, rule.holds(difference));
        });
  }

  private static Finding finding(
      String expected, String hint, Message message, Difference difference, boolean holds) {
    List<String> exchanges = List.of(message.id());
    return holds
        ? Finding.passed(expected, difference.inWords(), exchanges)
        : Finding.failed(expected, difference.inWords(), hint, exchanges)
            .teaching(Lesson.of(difference.cause()));
  }
}
