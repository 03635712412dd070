package channelcert.journey.workflow;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/** Writes the table of transitions as the documentation shows it: a diagram and a table. */
public final class WorkflowPage {
  private static final String MANY = "any state but LIVE";

  private static final String HEAD =
      """
      | Step | From | To | Who | Needs | Given | Does |
      |---|---|---|---|---|---|---|
      """;

  private WorkflowPage() {}

  /** The states and steps as a Mermaid diagram, then as Markdown tables. */
  public static String markdown() {
    return "```mermaid\n" + diagram() + "```\n\n" + states() + "\n" + transitions();
  }

  /** The diagram; steps that lead out of nearly every state are only in the table. */
  static String diagram() {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n  [*] --> DRAFT\n");
    for (Transition each : Transition.values()) {
      if (each != Transition.T22) {
        each.from().stream()
            .sorted()
            .forEach(
                from -> text.append("  %s --> %s: %s%n".formatted(from, each.to(), each.name())));
      }
    }
    return text.toString();
  }

  private static String states() {
    return Arrays.stream(CaseState.values())
        .map(state -> "| `" + state + "` | " + state.meaning() + " |\n")
        .collect(joining("", "| State | Meaning |\n|---|---|\n", ""));
  }

  private static String transitions() {
    return Arrays.stream(Transition.values()).map(WorkflowPage::row).collect(joining("", HEAD, ""));
  }

  private static String row(Transition each) {
    return "| %s %s | %s | `%s` | %s | %s | %s | %s |\n"
        .formatted(
            each.name(),
            each.label(),
            each == Transition.T22 ? MANY : names(each.from()),
            each.to(),
            who(each),
            each.guards().stream().map(Guard::words).collect(joining("; ")),
            each.input().map(Input::words).orElse(""),
            each.effects().stream()
                .map(effect -> effect.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(joining("; ")));
  }

  private static String who(Transition each) {
    return switch (each.trigger()) {
      case OBSERVATION -> "observed";
      case TIMER -> "timer";
      case PERSON ->
          each.roles().stream()
              .sorted(Comparator.naturalOrder())
              .map(Role::words)
              .collect(joining(", "));
    };
  }

  private static String names(Set<CaseState> states) {
    return states.stream().sorted().map(state -> "`" + state + "`").collect(joining(", "));
  }
}
