package channelcert.certification.verdict;

import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Lesson;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** ERR-6: a booking that Mews cannot process is not sent again as it was. */
public final class InvalidBooking {
  private static final int PROCESSING_ERROR = 7;

  private final String fact;

  private InvalidBooking(String fact) {
    this.fact = fact;
  }

  /** The booking whose identifier stands in a note. */
  public static InvalidBooking noted(String fact) {
    return new InvalidBooking(fact);
  }

  /** The message really breaks a rule: a reservation leaves before, or when, it arrives. */
  public Check isInvalid() {
    return sent(
        "a reservation whose departure is not after its arrival",
        evidence -> {
          Message first = messages(evidence).getFirst();
          for (JsonNode each : first.request().path("reservations")) {
            if (each.path("from").asText().compareTo(each.path("to").asText()) >= 0) {
              return Finding.passed(
                  "departure not after arrival",
                  each.path("from").asText() + " to " + each.path("to").asText(),
                  List.of(first.id()));
            }
          }
          return Finding.failed(
              "departure not after arrival",
              "every reservation of the message is in order",
              "Send the booking exactly as ordered: sendInvalidBooking skips your own checks.",
              List.of(first.id()));
        });
  }

  /** Mews answered 7, at once or by Confirm booking; anything else is our own fault. */
  public Check isRefused() {
    return sent(
        "Mews answers code 7",
        evidence -> {
          Message first = messages(evidence).getFirst();
          List<Message> refusals =
              Stream.concat(Stream.of(first), confirmations(evidence).stream())
                  .filter(InvalidBooking::carriesProcessingError)
                  .toList();
          if (refusals.isEmpty() && isInvalid().judge(evidence).verdict() == Verdict.PASSED) {
            throw new IllegalStateException("the Mews side did not refuse an invalid booking");
          }
          return refusals.isEmpty()
              ? Finding.missing("Mews answers code 7", "the booking was not invalid", "See above.")
              : Finding.passed(
                  "Mews answers code 7",
                  "code 7 in " + Answers.ids(refusals),
                  Answers.ids(refusals));
        });
  }

  /**
   * Once the candidate knows of the refusal, no message with the same content follows; a repaired
   * one is fine, and so is one that was sent again before the refusal arrived.
   */
  public Check isNotRepeated() {
    String rule = "after the refusal no second message with the same content";
    return sent(
        rule,
        evidence -> {
          List<Message> messages = messages(evidence);
          JsonNode first = content(messages.getFirst());
          List<Message> same =
              messages.stream().skip(1).filter(each -> content(each).equals(first)).toList();
          Optional<Instant> known = refusalKnown(evidence);
          List<Message> late =
              same.stream()
                  .filter(
                      each -> known.isEmpty() || !each.exchange().startedAt().isBefore(known.get()))
                  .toList();
          return late.isEmpty()
              ? Finding.passed(
                  rule,
                  "none while watching for "
                      + evidence.fact("watched")
                      + (same.isEmpty() ? "" : "; note: sent again before the refusal arrived"),
                  Answers.ids(messages))
              : Finding.failed(
                      rule,
                      late.size() + " repetitions, the first " + late.getFirst().id(),
                      "Never repeat a message that was refused with 7, 6 or 2; repair it or drop"
                          + " it.",
                      Answers.ids(late))
                  .teaching(Lesson.of(Cause.REPEATED_UNCHANGED));
        });
  }

  /** When the first refusal had reached the candidate. */
  private Optional<Instant> refusalKnown(RowEvidence evidence) {
    return Stream.concat(messages(evidence).stream().limit(1), confirmations(evidence).stream())
        .filter(InvalidBooking::carriesProcessingError)
        .map(each -> each.exchange().startedAt().plus(each.exchange().duration()))
        .min(Comparator.naturalOrder());
  }

  /** The error log of the candidate names the booking. */
  public Check isLogged() {
    return evidence -> {
      String booking = evidence.fact(fact);
      String rule = "an entry about " + booking + " in the error log";
      List<Message> logs =
          evidence.messages().stream()
              .filter(each -> each.operation().equals("readErrorLog") && Attended.isOrder(each))
              .filter(each -> each.answer().path("entries").isArray())
              .toList();
      if (logs.isEmpty()) {
        return Finding.missing(
            rule,
            Attended.reasonNot(Attended.asked(evidence, "readErrorLog"))
                .map(reason -> "the error log was not looked at, " + reason)
                .orElse("the error log was not read back"),
            "Offer a driver with readErrorLog, or attach the line of the log.");
      }
      for (JsonNode entry : logs.getLast().answer().path("entries")) {
        if (entry.path("channelManagerId").asText().equals(booking)
            || entry.path("message").asText().contains(booking)) {
          return Finding.passed(rule, entry.toString(), Answers.ids(logs));
        }
      }
      return Finding.failed(
              rule,
              logs.getLast().answer().path("entries").size() + " entries, none about it",
              "Log what Mews refused, with the booking it is about.",
              Answers.ids(logs))
          .teaching(Lesson.of(Cause.NOT_LOGGED));
    };
  }

  private Check sent(String rule, Function<RowEvidence, Finding> judge) {
    return evidence ->
        messages(evidence).isEmpty()
            ? Finding.missing(
                rule,
                "no Process group message with " + evidence.fact(fact) + " arrived",
                "Send the booking exactly as ordered to the Mews address of this run.")
            : judge.apply(evidence);
  }

  private List<Message> messages(RowEvidence evidence) {
    return evidence.messages(Direction.CANDIDATE_TO_MEWS, "processGroup").stream()
        .filter(each -> isAbout(each, evidence))
        .toList();
  }

  private List<Message> confirmations(RowEvidence evidence) {
    return evidence.messages(Direction.MEWS_TO_CANDIDATE, "confirmGroup").stream()
        .filter(each -> isAbout(each, evidence))
        .toList();
  }

  private boolean isAbout(Message message, RowEvidence evidence) {
    return message
        .request()
        .path("channelManagerId")
        .asText()
        .toUpperCase(Locale.ROOT)
        .contains(evidence.fact(fact).toUpperCase(Locale.ROOT));
  }

  /** Mews refuses in its answer, or reports the failure in the request of Confirm booking. */
  private static boolean carriesProcessingError(Message message) {
    return message.operation().equals("confirmGroup")
        ? message.request().path("error").path("code").asInt() == PROCESSING_ERROR
        : Answers.entries(message.answer()).stream()
            .anyMatch(entry -> entry.code() == PROCESSING_ERROR);
  }

  private static JsonNode content(Message message) {
    ObjectNode content = message.request().deepCopy();
    content.remove("messageId");
    return content;
  }
}
