package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** SUP-4: pushes that are accepted at first and confirmed afterwards. */
public final class Later {
  private static final int SYSTEM_ERROR = 1;

  private Later() {}

  /** Every chosen push is answered with success and the announcement of a confirmation. */
  public static Check announced(Selection selection) {
    String rule = "\"success\": true and \"asyncConfirmation\": true";
    return evidence -> {
      List<Message> pushes = selection.of(evidence);
      Optional<Message> wrong =
          pushes.stream()
              .filter(
                  each -> !Answers.accepts(each.answer()) || !Answers.isAsynchronous(each.answer()))
              .findFirst();
      if (pushes.isEmpty()) {
        return Finding.missing(rule, "nothing was pushed", "Run the row again.");
      }
      return wrong
          .map(
              each ->
                  Finding.failed(
                      rule,
                      each.id() + ": " + Answers.shown(each),
                      "Answer what is processed afterwards with \"asyncConfirmation\": true.",
                      List.of(each.id())))
          .orElseGet(() -> Finding.passed(rule, pushes.size() + " so", Answers.ids(pushes)));
    };
  }

  /** The first chosen push is confirmed once, with the failure that was asked for. */
  public static Check failureReported(Selection selection) {
    String rule = "one confirmation with \"success\": false and an error with the code 1";
    return evidence -> {
      List<Message> pushes = selection.of(evidence);
      if (pushes.isEmpty()) {
        return Finding.missing(rule, "nothing was pushed", "Run the row again.");
      }
      List<Message> confirmations = confirmations(pushes.getFirst(), evidence);
      boolean reported =
          confirmations.size() == 1
              && Answers.refuses(confirmations.getFirst().request())
              && Answers.entries(confirmations.getFirst().request()).stream()
                  .anyMatch(entry -> entry.code() == SYSTEM_ERROR);
      return reported
          ? Finding.passed(rule, "reported", Answers.ids(confirmations))
          : Finding.failed(
              rule,
              confirmations.isEmpty()
                  ? "no confirmation"
                  : confirmations.size() + " confirmations, " + said(confirmations.getFirst()),
              "Confirm a failure of your own with code 1 in 'errors', so that Mews sends the"
                  + " data again.",
              Answers.ids(confirmations.isEmpty() ? pushes : confirmations));
    };
  }

  private static String said(Message confirmation) {
    JsonNode request = confirmation.request();
    return "success " + request.path("success") + ", errors " + request.path("errors");
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
}
