package channelcert.certification.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** ERR-1: the list of system errors that the candidate hands in, and one of them seen live. */
public final class SystemErrors {
  private static final Set<Integer> ALLOWED = Set.of(1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14);
  private static final List<String> SITUATIONS = List.of("timeout", "maintenance", "downtime");

  /** Name of the note that holds the list as JSON. */
  public static final String NOTE = "systemErrors";

  /** Name of the note that stands where nobody can switch the candidate to maintenance. */
  public static final String NOT_DRIVEN = "not-driven";

  private SystemErrors() {}

  /** Applies the check only where a driver could switch the candidate to maintenance. */
  public static Check whereDriven(Check check) {
    return evidence ->
        evidence.facts().containsKey(NOT_DRIVEN)
            ? new Finding(
                Verdict.NOT_APPLICABLE,
                "a driver, or a person, that can enter maintenance",
                evidence.fact(NOT_DRIVEN),
                "",
                List.of())
            : check.judge(evidence);
  }

  /** Time-out, maintenance and downtime are all described. */
  public static Check describeEverySituation() {
    return listed(
        "time-out, maintenance and general downtime are described",
        list -> {
          List<String> missing =
              SITUATIONS.stream().filter(situation -> find(list, situation).isEmpty()).toList();
          return missing.isEmpty() ? "" : "not described: " + String.join(", ", missing);
        },
        "Add the situation to systemErrors in the candidate file.");
  }

  /** Every code is one that a channel manager may send. */
  public static Check useAllowedCodes() {
    return listed(
        "published codes, normally 1; not 4 and 5, which are deprecated",
        list -> {
          for (JsonNode each : list) {
            if (!ALLOWED.contains(each.path("code").asInt())) {
              return each.path("situation").asText() + " has the code " + each.path("code");
            }
          }
          return "";
        },
        "Use code 1 for every system error.");
  }

  /** Every message can be forwarded to a property. */
  public static Check haveClearMessages() {
    return listed(
        MessageQuality.EXPECTED,
        list -> {
          for (JsonNode each : list) {
            List<String> problems = MessageQuality.problems(each.path("message").asText(), "");
            if (!problems.isEmpty()) {
              return each.path("situation").asText() + ": " + String.join(", ", problems);
            }
          }
          return "";
        },
        "Say what happened and when to try again.");
  }

  /** During maintenance the candidate really answers what it declared. */
  public static Check maintenanceIsAsDeclared() {
    Selection during =
        Selection.pushes(PushKind.values()).between("enterMaintenance", "leaveMaintenance");
    return evidence -> {
      JsonNode list = PropertyFacts.json(evidence.fact(NOTE));
      Optional<JsonNode> declared = find(list, "maintenance");
      List<Message> pushes = during.of(evidence);
      if (declared.isEmpty() || pushes.isEmpty()) {
        return Finding.missing(
            "a push during maintenance is answered as declared",
            declared.isEmpty() ? "maintenance is not declared" : "nothing was pushed meanwhile",
            "Declare maintenance in systemErrors, and offer a driver that can enter it.");
      }
      int code = declared.get().path("code").asInt();
      Finding finding = Refusals.of(during).errorIs(code).judge(evidence);
      return finding.verdict() == Verdict.PASSED
          ? Finding.passed(
              finding.expected(),
              finding.actual() + wording(pushes, declared.get()),
              finding.exchanges())
          : finding;
    };
  }

  private static String wording(List<Message> pushes, JsonNode declared) {
    String message = declared.path("message").asText();
    return pushes.stream()
            .flatMap(push -> Answers.entries(push.answer()).stream())
            .allMatch(entry -> entry.message().equals(message))
        ? ""
        : "; note: the message differs from the declared \"" + message + "\"";
  }

  private static Check listed(String rule, Function<List<JsonNode>, String> fault, String hint) {
    return evidence -> {
      List<JsonNode> list = new ArrayList<>();
      PropertyFacts.json(evidence.fact(NOTE)).forEach(list::add);
      if (list.isEmpty()) {
        return Finding.missing(
            rule,
            "the candidate file declares no systemErrors",
            "List situation, code and message of every system error under systemErrors in the"
                + " candidate file.");
      }
      String found = fault.apply(list);
      return found.isEmpty()
          ? Finding.passed(rule, list.size() + " system errors declared", List.of())
          : Finding.failed(rule, found, hint, List.of());
    };
  }

  private static Optional<JsonNode> find(Iterable<JsonNode> list, String situation) {
    for (JsonNode each : list) {
      String words = each.path("situation").asText().toLowerCase(Locale.ROOT);
      if (words.replaceAll("[^a-z]", "").contains(situation)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
