package channelcert.certification.verdict;

import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Lesson;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A-OK and A-ASYNC: pushes are accepted, and what is confirmed later is confirmed properly. */
public final class Outcome {
  private static final String ACCEPTED = "\"success\": true and no errors";
  private static final String CONFIRMED =
      "for each answer with \"asyncConfirmation\": true exactly one confirmation that names the"
          + " messageId and says \"success\": true";

  private Outcome() {}

  /** Every chosen message is answered with success. */
  public static Check accepted(Selection selection) {
    return evidence -> {
      List<Message> messages = selection.of(evidence);
      if (messages.isEmpty()) {
        return nothing(ACCEPTED);
      }
      List<Message> wrong =
          messages.stream().filter(each -> !Answers.accepts(each.answer())).toList();
      return wrong.isEmpty()
          ? Finding.passed(ACCEPTED, messages.size() + " accepted", Answers.ids(messages))
          : Finding.failed(
                  ACCEPTED,
                  wrong.size()
                      + " of "
                      + messages.size()
                      + " not accepted; "
                      + wrong.getFirst().id()
                      + ": "
                      + Answers.shown(wrong.getFirst()),
                  "Accept the push: every code in it is mapped and valid. The answer says what the"
                      + " candidate did not like.",
                  Answers.ids(wrong))
              .teaching(WireLesson.notAccepted(wrong.getFirst()));
    };
  }

  /** Every chosen push that was only taken for later is confirmed once, with success. */
  public static Check confirmed(Selection selection) {
    return evidence -> {
      List<Message> messages = selection.of(evidence);
      if (messages.isEmpty()) {
        return nothing(CONFIRMED);
      }
      List<Message> later =
          messages.stream().filter(each -> Answers.isAsynchronous(each.answer())).toList();
      if (later.isEmpty()) {
        return Finding.passed(
            CONFIRMED, "every answer was final, none to be confirmed", Answers.ids(messages));
      }
      return later.stream()
          .flatMap(push -> confirmationFault(push, evidence).stream())
          .findFirst()
          .orElseGet(
              () -> Finding.passed(CONFIRMED, later.size() + " confirmed", Answers.ids(later)));
    };
  }

  /**
   * The message with the answer that counts: that of the confirmation where the push was only taken
   * for later, because a refusal may come either way.
   */
  static Message settled(Message push, RowEvidence evidence) {
    if (!Answers.accepts(push.answer()) || !Answers.isAsynchronous(push.answer())) {
      return push;
    }
    return confirmations(push, evidence).stream()
        .findFirst()
        .map(each -> new Message(push.exchange(), push.request(), each.request()))
        .orElse(push);
  }

  /** Whether the push counts as delivered: accepted, and confirmed where it was for later. */
  static boolean delivered(Message push, RowEvidence evidence) {
    return Answers.accepts(push.answer())
        && (!Answers.isAsynchronous(push.answer())
            || confirmations(push, evidence).stream()
                .anyMatch(each -> Answers.accepts(each.request())));
  }

  private static Optional<Finding> confirmationFault(Message push, RowEvidence evidence) {
    List<Message> confirmations = confirmations(push, evidence);
    String id = push.request().path("messageId").asText();
    if (confirmations.size() != 1) {
      return Optional.of(
          Finding.failed(
                  CONFIRMED,
                  confirmations.size()
                      + " confirmations of "
                      + push.id()
                      + " (messageId "
                      + id
                      + ")",
                  "Send one confirmation to the responseUrl of the push, with relatedMessageId ="
                      + " its messageId; or answer \"asyncConfirmation\": false.",
                  Answers.ids(confirmations.isEmpty() ? List.of(push) : confirmations))
              .teaching(Lesson.of(countCause(push, confirmations, evidence))));
    }
    Message confirmation = confirmations.getFirst();
    if (!Answers.accepts(confirmation.request()) || !Answers.accepts(confirmation.answer())) {
      return Optional.of(
          Finding.failed(
                  CONFIRMED,
                  confirmation.id()
                      + " says "
                      + confirmation.request().path("success")
                      + " "
                      + confirmation.request().path("errors")
                      + ", Mews answered "
                      + Answers.shown(confirmation),
                  "Confirm with \"success\": true, the clientToken towards Mews and the"
                      + " connectionToken.",
                  List.of(push.id(), confirmation.id()))
              .teaching(
                  Lesson.of(
                      Answers.accepts(confirmation.answer())
                          ? Cause.FAILURE_CONFIRMED
                          : Cause.CONFIRMATION_REFUSED)));
    }
    return Optional.empty();
  }

  /** Too many, none, or one that names something else: it belongs to no push of the row. */
  private static Cause countCause(Message push, List<Message> confirmations, RowEvidence evidence) {
    if (!confirmations.isEmpty()) {
      return Cause.CONFIRMED_TWICE;
    }
    List<JsonNode> ids =
        Selection.pushes(PushKind.values()).of(evidence).stream()
            .map(each -> each.request().path("messageId"))
            .toList();
    boolean another =
        PushKind.of(push)
            .map(kind -> evidence.messages(Direction.CANDIDATE_TO_MEWS, kind.confirmation()))
            .orElse(List.of())
            .stream()
            .anyMatch(each -> !ids.contains(each.request().path("relatedMessageId")));
    return another ? Cause.CONFIRMED_ANOTHER : Cause.NEVER_CONFIRMED;
  }

  private static List<Message> confirmations(Message push, RowEvidence evidence) {
    JsonNode id = push.request().path("messageId");
    return PushKind.of(push)
        .map(kind -> evidence.messages(Direction.CANDIDATE_TO_MEWS, kind.confirmation()))
        .orElse(List.of())
        .stream()
        .filter(each -> each.request().path("relatedMessageId").equals(id))
        .toList();
  }

  private static Finding nothing(String expected) {
    return Finding.missing(
        expected,
        "nothing was pushed",
        "The Mews side had nothing to push: a refusal in an earlier row may have switched the kind"
            + " or the codes off.");
  }
}
