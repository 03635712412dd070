package channelcert.journey.pages;

import channelcert.journey.audit.AuditEntry;
import channelcert.journey.pages.view.HistoryLine;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Transition;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Words the history of a case for people; the archive of a case has it as it is stored. */
final class HistoryWords {
  private static final Map<String, String> ACTIONS =
      Map.of(
          "createCase", "Begin the case",
          "changeRequest", "Change the request",
          "registerEndpoints", "Register addresses",
          "probeEndpoints", "Probe the addresses",
          "startRun", "Run tests",
          "showSecrets", "Show the client token",
          "fillInFile", "Fill the certification file in",
          "overrideRow", "Set a row aside",
          "attestHealth", "State that the connection is healthy",
          "comment", "Comment");

  /** What the words of the step say already. */
  private static final Set<String> SAID = Set.of("step", "from", "to");

  private static final int LONGEST_HASH = 12;

  private HistoryWords() {}

  static HistoryLine line(AuditEntry entry, String by) {
    Optional<Transition> step = Backs.step(entry);
    JsonNode told = Backs.tree(entry.content());
    List<String> details = new ArrayList<>();
    if (step.isPresent()) {
      details.add(state(told.path("from").asText()) + " → " + state(told.path("to").asText()));
    }
    told.properties()
        .forEach(
            each -> {
              String text = value(each.getKey(), each.getValue());
              if (!text.isEmpty() && (step.isEmpty() || !SAID.contains(each.getKey()))) {
                details.add(words(each.getKey()) + ": " + text);
              }
            });
    return new HistoryLine(
        entry,
        by,
        step.map(Transition::label)
            .orElseGet(() -> ACTIONS.getOrDefault(entry.action(), words(entry.action()))),
        details);
  }

  private static String state(String name) {
    try {
      return Words.of(CaseState.valueOf(name));
    } catch (IllegalArgumentException unknown) {
      return name;
    }
  }

  /** {@code registerEndpoints} becomes "Register endpoints". */
  private static String words(String name) {
    String apart = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return apart.isEmpty()
        ? apart
        : apart.substring(0, 1).toUpperCase(Locale.ROOT) + apart.substring(1);
  }

  private static String value(String name, JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(JsonNode::asText)
          .sorted()
          .collect(Collectors.joining(", "));
    }
    String text = value.isValueNode() ? value.asText() : value.toString();
    if (name.equals("sha256") && text.length() > LONGEST_HASH) {
      return text.substring(0, LONGEST_HASH) + "…";
    }
    return name.equals("environment") ? text.toLowerCase(Locale.ROOT) : text;
  }
}
