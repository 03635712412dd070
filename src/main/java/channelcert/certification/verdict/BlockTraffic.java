package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The exchanges of SUP-16 about its two blocks, by the notes of the row.
 *
 * @param evidence of the row
 */
record BlockTraffic(RowEvidence evidence) {
  /** Note: code of the block that the candidate makes. */
  static final String CODE = "block-code";

  /** Note: number of the block that the property makes. */
  static final String NUMBER = "block-number";

  /** Note: masked token of the connection. */
  static final String CONNECTION = "connection";

  private static final String MESSAGE = "processAvailabilityBlock";
  private static final String RESULT = "processAvailabilityBlockConfirmation";

  /** Messages of the candidate about its block in which that happens. */
  List<Message> sent(String status) {
    return evidence.messages(Direction.CANDIDATE_TO_MEWS, MESSAGE).stream()
        .filter(each -> block(each).path("code").asText().equals(note(CODE)))
        .filter(each -> says(each, status))
        .toList();
  }

  /** Every message of the candidate about its block. */
  List<Message> sent() {
    return sent("");
  }

  /** Messages of Mews about its block in which that happens. */
  List<Message> told(String status) {
    return evidence.messages(Direction.MEWS_TO_CANDIDATE, MESSAGE).stream()
        .filter(each -> block(each).path("confirmationNumber").asText().equals(note(NUMBER)))
        .filter(each -> each.request().path("connectionToken").asText().equals(note(CONNECTION)))
        .filter(each -> says(each, status))
        .toList();
  }

  /** Every message of Mews about its block. */
  List<Message> told() {
    return told("");
  }

  /** What Mews reported about a message of the candidate. */
  List<Message> results(Message sent) {
    String id = sent.request().path("messageId").asText();
    return evidence.messages(Direction.MEWS_TO_CANDIDATE, RESULT).stream()
        .filter(each -> each.request().path("messageId").asText().equals(id))
        .toList();
  }

  /** What the candidate confirmed about a message of Mews. */
  List<Message> confirmations(Message told) {
    String id = told.request().path("messageId").asText();
    return evidence.messages(Direction.CANDIDATE_TO_MEWS, RESULT).stream()
        .filter(each -> each.request().path("relatedMessageId").asText().equals(id))
        .toList();
  }

  /** The order to the driver that made the candidate send. */
  Optional<Message> order(String operation) {
    return evidence.messages(Direction.DRIVER, operation).stream().findFirst();
  }

  /** What the candidate showed next after a message. */
  Optional<Message> shownAfter(Message message) {
    return evidence.messages(Direction.DRIVER, "readBlocks").stream()
        .filter(each -> Selection.isLater(each, message.id()))
        .findFirst();
  }

  private String note(String name) {
    return evidence.facts().getOrDefault(name, "");
  }

  static JsonNode block(Message message) {
    return message.request().path("availabilityBlock");
  }

  private static boolean says(Message message, String status) {
    return status.isEmpty()
        || block(message)
            .path("status")
            .asText()
            .toLowerCase(Locale.ROOT)
            .startsWith(status.toLowerCase(Locale.ROOT));
  }
}
