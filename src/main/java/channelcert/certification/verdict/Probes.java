package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks of the supplementary rows about single messages and what the candidate shows of them. */
public final class Probes {
  private Probes() {}

  /** The other check, where a note does not say that it cannot be made. */
  public static Check unlessSetAside(String fact, Check check) {
    return evidence -> {
      String reason = evidence.facts().getOrDefault(fact, "");
      return reason.isEmpty()
          ? check.judge(evidence)
          : new Finding(Verdict.NOT_APPLICABLE, "offered by the candidate", reason, "", List.of());
    };
  }

  /** Requests of the operation that were sent in a way that is not allowed are not taken. */
  public static Check notTaken(String operation, Predicate<Message> wrong, String rule) {
    return evidence -> {
      List<Message> sent =
          evidence.messages(Direction.MEWS_TO_CANDIDATE, operation).stream().filter(wrong).toList();
      if (sent.isEmpty()) {
        return Finding.missing(rule, "no such request was sent", "Run the row again.");
      }
      List<Message> taken =
          sent.stream().filter(each -> each.answer().path("success").asBoolean()).toList();
      return taken.isEmpty()
          ? Finding.passed(rule, "not taken: " + Answers.shown(sent.getFirst()), Answers.ids(sent))
          : Finding.failed(
              rule,
              taken.getFirst().id() + " was answered " + Answers.shown(taken.getFirst()),
              "Take POST with application/json only; answer anything else without success.",
              Answers.ids(taken));
    };
  }

  /** The answer in words that a note holds does not say that the wrong thing was accepted. */
  public static Check refusedInWords(String fact, String rule, String hint) {
    return evidence -> {
      String said = evidence.fact(fact);
      if (said.startsWith("not applicable")) {
        return new Finding(Verdict.NOT_APPLICABLE, rule, said, "", List.of());
      }
      return said.startsWith("refused")
          ? Finding.passed(rule, said, List.of())
          : Finding.failed(rule, said, hint, List.of());
    };
  }

  /** None of the chosen messages was sent: Mews has stopped. */
  public static Check silent(Selection selection, Check refusal) {
    return evidence -> {
      String rule = "no further push of the kind";
      if (refusal.judge(evidence).verdict() != Verdict.PASSED) {
        return Finding.missing(
            rule, "the push was not refused with the code", "It follows from a proper refusal.");
      }
      List<Message> sent = selection.of(evidence);
      if (!sent.isEmpty()) {
        throw new IllegalStateException("the Mews side still pushes: " + sent.getFirst().id());
      }
      return Finding.passed(rule, "none", List.of());
    };
  }

  /** The candidate shows again, as they came, the entries of a list in a push. */
  public static Check showsAsPushed(String list, String shownIn) {
    return evidence -> {
      String rule = "the extranet shows the pushed " + list + " as they came";
      Set<JsonNode> pushed = entries(evidence, Direction.MEWS_TO_CANDIDATE, "updatePrices", list);
      Set<JsonNode> shown = entries(evidence, Direction.DRIVER, "readAri", shownIn);
      List<String> ids = Answers.ids(evidence.messages(Direction.DRIVER, "readAri"));
      if (pushed.isEmpty() || ids.isEmpty()) {
        return Finding.missing(
            rule, "nothing was pushed, or nothing read back", "Offer a driver with readAri.");
      }
      Set<JsonNode> lost = new HashSet<>(pushed);
      lost.removeAll(shown);
      return lost.isEmpty()
          ? Finding.passed(rule, pushed.size() + " entries", ids)
          : Finding.failed(
              rule,
              lost.size()
                  + " of "
                  + pushed.size()
                  + " are not shown, among them "
                  + lost.iterator().next(),
              "Store " + list + " with the night and the pair to which they belong.",
              ids);
    };
  }

  private static Set<JsonNode> entries(
      RowEvidence evidence, Direction direction, String operation, String list) {
    Set<JsonNode> found = new HashSet<>();
    for (Message message : evidence.messages(direction, operation)) {
      Stream.of(message.request(), message.answer())
          .flatMap(body -> body.findValues(list).stream())
          .forEach(each -> each.forEach(entry -> found.add(Normal.form(entry))));
    }
    return found;
  }
}
