package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.lesson.Cause;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The confirmation of a booking: what Mews said in it, and how the candidate took it. */
public final class ConfirmationChecks {
  private ConfirmationChecks() {}

  /**
   * Mews confirmed every reservation that the message touched with a number of its own. Only Mews
   * writes that message, so a wrong one is never the candidate's fault.
   *
   * @param earlierRows ids of the rows whose booking the message changes, in order
   */
  public static Check confirmed(NotedBooking noted, List<String> earlierRows) {
    String expected = "a Confirm booking with a number for every reservation of the booking";
    return noted.onMessage(
        expected, (booking, message) -> confirmation(expected, booking, message, earlierRows));
  }

  private static Finding confirmation(
      String expected, BookingEvidence booking, Message message, List<String> earlierRows) {
    Optional<Message> success = booking.success(message);
    if (success.isEmpty()) {
      return unconfirmed(expected, booking, message);
    }
    JsonNode confirmation = success.get().request();
    Deviations deviations = new Deviations();
    deviations.text(
        "channelManagerId",
        confirmation.path("channelManagerId"),
        Wire.text(message.request(), "channelManagerId"));
    History earlier = History.of(booking, earlierRows);
    History history = earlier.of(message.request());
    if (history.isEmpty() && !earlier.isEmpty()) {
      return Finding.missing(
          expected,
          "the message is about another booking than the rows before",
          "Repair what the expectation 'same-booking' names.");
    }
    comparePairs(confirmation, message.request(), history, deviations);
    return deviations.ownFinding(
        expected, "confirmed " + History.pairs(confirmation), List.of(success.get().id()));
  }

  private static Finding unconfirmed(String expected, BookingEvidence booking, Message message) {
    boolean accepted = Errors.none(message.answer());
    if (accepted && booking.confirmations(message).isEmpty()) {
      Deviations deviations = new Deviations();
      deviations.add("Mews accepted the booking and never sent Confirm booking");
      return deviations.ownFinding(expected, "", List.of(message.id()));
    }
    return Finding.missing(
        expected,
        "Mews refused the booking, so there is nothing to confirm",
        "Repair what the expectation 'accepted' names.");
  }

  private static void comparePairs(
      JsonNode confirmation, JsonNode group, History history, Deviations deviations) {
    Map<String, String> pairs = History.pairs(confirmation);
    Set<String> required = new LinkedHashSet<>(WrittenReservation.activeByCode(group).keySet());
    required.addAll(history.activeCodes());
    Set<String> allowed = new HashSet<>(required);
    allowed.addAll(history.numbers().keySet());
    if (!pairs.keySet().containsAll(required) || !allowed.containsAll(pairs.keySet())) {
      deviations.add("reservations", "a list with the codes " + pairs.keySet(), "" + required);
    }
    if (new HashSet<>(pairs.values()).size() != confirmation.path("reservations").size()
        || pairs.containsValue("")) {
      deviations.add("the confirmation numbers " + pairs + " are not all different");
    }
  }

  /** The candidate took the confirmation: HTTP 200, JSON, success true. */
  public static Check answered(NotedBooking noted) {
    String expected = "HTTP 200 with JSON that says success true";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          List<Message> attempts = booking.confirmations(message);
          return attempts.isEmpty()
              ? Finding.missing(
                  expected,
                  "Mews sent no Confirm booking",
                  "The answer can be judged once the booking is accepted.")
              : answers(expected, attempts);
        });
  }

  /** An attempt that did not get through may be repeated; a wrong answer stays wrong. */
  private static Finding answers(String expected, List<Message> attempts) {
    Deviations deviations = new Deviations().because(Cause.CONFIRMATION_NOT_TAKEN);
    for (Message attempt : attempts) {
      boolean last = attempt.equals(attempts.getLast());
      if (!last && temporary(attempt)) {
        deviations.note(attempt.id() + " had to be repeated");
      } else {
        checkAnswer(attempt, deviations);
      }
    }
    return deviations.finding(
        expected,
        "success true",
        "Answer confirmGroup with HTTP 200, Content-Type application/json and {\"success\":true};"
            + " find the booking by channelManagerId and keep the numbers.",
        attempts.stream().map(Message::id).toList());
  }

  private static boolean temporary(Message attempt) {
    return attempt.exchange().status() == 0 || Errors.onlySystemErrors(Errors.of(attempt.answer()));
  }

  private static void checkAnswer(Message attempt, Deviations deviations) {
    int status = attempt.exchange().status();
    if (status == 0) {
      deviations.add("there was no answer: " + attempt.exchange().failure());
      return;
    }
    if (status != 200) {
      deviations.add("the status", "HTTP " + status, "200");
    }
    String contentType = attempt.exchange().contentType();
    if (contentType == null || !contentType.toLowerCase(Locale.ROOT).contains("json")) {
      deviations.add("Content-Type", String.valueOf(contentType), "application/json");
    }
    if (!attempt.answer().isObject()) {
      deviations.add("the answer", "no JSON object", "{\"success\":true}");
    } else if (!Errors.none(attempt.answer())) {
      deviations.add(
          "success",
          Wire.show(attempt.answer().path("success"))
              + " "
              + Errors.show(Errors.of(attempt.answer())),
          "true without errors");
    }
  }

  /** Reservations keep the number of their first confirmation, and a new one gets a new number. */
  public static Check numbersKept(NotedBooking noted, List<String> earlierRows) {
    String expected = "the numbers of the first confirmation for every reservation that had one";
    return noted.onChange(
        expected,
        earlierRows,
        (booking, message, history) ->
            booking
                .success(message)
                .map(success -> sameNumbers(expected, message, success, history))
                .orElseGet(
                    () ->
                        Finding.missing(
                            expected,
                            "there is no successful Confirm booking to compare",
                            "Repair what the expectation 'accepted' names.")));
  }

  private static Finding sameNumbers(
      String expected, Message message, Message success, History history) {
    Map<String, String> first = history.numbers();
    Map<String, String> now = History.pairs(success.request());
    Deviations deviations = new Deviations().because(Cause.NEW_CODES);
    now.forEach((code, number) -> compareNumber(code, number, first, deviations));
    if (now.keySet().stream().noneMatch(first::containsKey)) {
      deviations.add("none of the codes " + now.keySet() + " was there before: " + first.keySet());
    }
    return deviations.finding(
        expected,
        "kept " + now,
        "Send the same channelManagerId and the same reservation codes in every message of a"
            + " booking; a new code makes a new reservation.",
        List.of(message.id(), success.id()));
  }

  private static void compareNumber(
      String code, String number, Map<String, String> first, Deviations deviations) {
    String known = first.get(code);
    if (known != null && !known.equals(number)) {
      deviations.add("the number of " + code, number, known);
    }
    if (known == null && first.containsValue(number)) {
      deviations.add("the new reservation " + code + " has the number " + number + " of another");
    }
  }
}
