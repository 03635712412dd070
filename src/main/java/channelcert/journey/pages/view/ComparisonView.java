package channelcert.journey.pages.view;

import channelcert.certification.comparison.RowChange;
import channelcert.certification.comparison.RowChange.Kind;
import channelcert.http.page.Form;
import channelcert.journey.live.RunComparison;
import channelcert.journey.pages.Words;
import channelcert.journey.run.CaseRun;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run beside an earlier one.
 *
 * @param compared null where there is nothing to compare with
 * @param earlier finished runs of the case before it, the newest first
 */
public record ComparisonView(RunView run, @Nullable RunComparison compared, List<CaseRun> earlier) {
  private static final Set<Kind> ONE_SIDED = EnumSet.of(Kind.ONLY_IN_FIRST, Kind.ONLY_IN_SECOND);

  /** What of the earlier runs can be chosen. */
  public Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    for (CaseRun each : earlier) {
      choices.put(
          Integer.toString(each.number()),
          "Run %d, %s, %s"
              .formatted(
                  each.number(),
                  Words.at(each.startedAt()),
                  each.codes().isEmpty() ? "all tests" : String.join(" ", each.codes())));
    }
    return choices;
  }

  /** Which of them it is beside. */
  public Form chosen() {
    return compared == null || compared.certified()
        ? Form.of(Map.of())
        : Form.of(Map.of("with", Integer.toString(compared.number())));
  }

  private List<RowChange> rows(Kind kind) {
    return compared == null ? List.of() : compared.comparison().of(kind);
  }

  /** The rows of a kind of which there is more to say than that they are of it. */
  public List<RowChange> told(Kind kind) {
    return ONE_SIDED.contains(kind)
        ? List.of()
        : rows(kind).stream().filter(row -> kind != Kind.SAME || differs(row)).toList();
  }

  /** The codes of the others. */
  public String others(Kind kind) {
    List<RowChange> told = told(kind);
    return rows(kind).stream()
        .filter(row -> !told.contains(row))
        .map(RowChange::code)
        .collect(Collectors.joining(", "));
  }

  private static boolean differs(RowChange row) {
    return !row.expectations().isEmpty() || !row.drift().isEmpty();
  }

  /** Whether both runs had the same tests, and all of them ended alike. */
  public boolean isSame() {
    return compared != null
        && compared.comparison().rows().stream()
            .allMatch(row -> row.kind() == Kind.SAME && !differs(row));
  }
}
