package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person was asked for and replied, as it is recorded: exchanges of direction {@code
 * ATTENDED} under the operation that a driver would have been called with. The answer says how it
 * ended: {@code done}, {@code seen} (the run recognised it), {@code typed}, {@code handed}, {@code
 * stated}, {@code cannot}, {@code unanswered}.
 */
public final class Attended {
  private static final Set<String> ENDED_WELL = Set.of("done", "seen", "typed", "handed", "stated");
  private static final String STATED = "stated";

  private Attended() {}

  /** Whether the driver took the order, or a person carried it out. */
  public static boolean isOrder(Message message) {
    return message.exchange().direction() == Direction.DRIVER || isCarriedOut(message);
  }

  /** Whether a person did, or said, what was asked for. */
  public static boolean isCarriedOut(Message message) {
    return isAttended(message) && ENDED_WELL.contains(how(message));
  }

  /** What was asked of a person in the row under that operation. */
  static List<Message> asked(RowEvidence evidence, String operation) {
    return evidence.messages(Direction.ATTENDED, operation);
  }

  /** Whether the person signed a statement instead of showing something. */
  public static boolean isStatement(Message message) {
    return isAttended(message) && how(message).equals(STATED);
  }

  /** Why a person did not do what the last of these asked for. */
  public static Optional<String> reasonNot(List<Message> asked) {
    return asked.isEmpty() || isOrder(asked.getLast())
        ? Optional.empty()
        : Optional.of(
            (how(asked.getLast()).equals("cannot") ? "not possible: " : "not answered: ")
                + asked.getLast().answer().path("reason").asText("no reason given"));
  }

  /** The finding that follows from a statement. */
  public static Finding stated(String rule, Message statement) {
    JsonNode said = statement.answer();
    String who = by(said);
    return said.path("holds").asBoolean()
        ? Finding.passed(rule, "stated so" + who, List.of(statement.id()))
        : Finding.failed(
            rule,
            "stated not to be so" + who,
            "Compare the screenshot with the values of the instruction, and repair what differs.",
            List.of(statement.id()));
  }

  /** A statement is no more than attested; everything else is known as the row declares it. */
  static Basis basis(Basis declared, Finding finding, RowEvidence evidence) {
    return among(finding, evidence).stream().anyMatch(Attended::isStatement)
        ? Basis.ATTESTED
        : declared;
  }

  /** How a person made it known, to be added to what was found; empty where none did. */
  static String known(Finding finding, RowEvidence evidence) {
    return among(finding, evidence).stream()
        .map(Attended::how)
        .filter(ENDED_WELL::contains)
        .map(Attended::words)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String words(String how) {
    return switch (how) {
      case "typed" -> " (typed by a person from the extranet)";
      case "handed" -> " (read from an export that a person handed in)";
      default -> "";
    };
  }

  private static String by(JsonNode said) {
    JsonNode file = said.path("file");
    return " by "
        + said.path("name").asText()
        + ", "
        + said.path("role").asText()
        + ", on "
        + said.path("at").asText()
        + ", with the screenshot "
        + file.path("kept").asText()
        + " (SHA-256 "
        + file.path("sha256").asText()
        + ")";
  }

  private static List<Message> among(Finding finding, RowEvidence evidence) {
    return evidence.messages().stream()
        .filter(Attended::isAttended)
        .filter(message -> finding.exchanges().contains(message.id()))
        .toList();
  }

  private static boolean isAttended(Message message) {
    return message.exchange().direction() == Direction.ATTENDED;
  }

  private static String how(Message message) {
    return message.answer().path("answer").asText();
  }
}
