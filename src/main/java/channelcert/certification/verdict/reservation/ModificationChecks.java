package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Lesson;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a modification has to keep and what it has to change. */
public final class ModificationChecks {
  private ModificationChecks() {}

  /** The message names the booking as before. */
  public static Check sameBooking(NotedBooking noted, List<String> earlierRows) {
    String expected = "the channelManagerId of the first message";
    return noted.onChange(
        expected,
        earlierRows,
        (booking, message, history) -> {
          Deviations deviations = new Deviations().because(Cause.NEW_IDENTITY);
          deviations.text(
              "channelManagerId",
              message.request().path("channelManagerId"),
              history.channelManagerId());
          return deviations.finding(
              expected,
              "channelManagerId \"" + history.channelManagerId() + '"',
              "Keep the channelManagerId of a booking for ever; another one is another booking.",
              List.of(message.id()));
        });
  }

  /** Every reservation that was there before is still there, under its code. */
  public static Check sameCodes(NotedBooking noted, List<String> earlierRows) {
    String expected = "the reservation codes of the first message";
    return noted.onChange(
        expected,
        earlierRows,
        (booking, message, history) -> {
          Deviations deviations = new Deviations().because(Cause.NEW_CODES);
          Set<String> now = WrittenReservation.activeByCode(message.request()).keySet();
          if (!now.equals(history.activeCodes())) {
            deviations.add(
                "reservations", "a list with the codes " + now, "" + history.activeCodes());
          }
          return deviations.finding(
              expected,
              "codes " + now,
              "Keep the code of a reservation in all messages of its booking; Mews cancels a code"
                  + " that is missing and creates one that is new.",
              List.of(message.id()));
        });
  }

  /** The definition differs from the one in force. */
  public static Check changed(NotedBooking noted, List<String> earlierRows) {
    String expected = "at least one change in reservations";
    return noted.onChange(
        expected,
        earlierRows,
        (booking, message, history) -> definitionChanged(expected, message, history));
  }

  private static Finding definitionChanged(String expected, Message message, History history) {
    Map<String, WrittenReservation> before = WrittenReservation.activeByCode(history.last());
    Map<String, WrittenReservation> now = WrittenReservation.activeByCode(message.request());
    Set<String> changed = new HashSet<>(now.keySet());
    changed.addAll(before.keySet());
    changed.removeIf(code -> unchanged(before.get(code), now.get(code)));
    return changed.isEmpty()
        ? Finding.failed(
                expected,
                "all reservations " + now.keySet() + " are as before",
                "Change the stay, a price or the guests, and send the new definition as a whole.",
                List.of(message.id()))
            .teaching(Lesson.of(Cause.UNCHANGED))
        : Finding.passed(expected, "changed: " + changed, List.of(message.id()));
  }

  static boolean unchanged(@Nullable WrittenReservation before, @Nullable WrittenReservation now) {
    return before != null && now != null && Definitions.same(before.json(), now.json());
  }
}
