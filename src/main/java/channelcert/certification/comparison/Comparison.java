package channelcert.certification.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What differs between two runs.
 *
 * @param sameSeed whether both chose the same values: only then what was found is compared in words
 * @param rows every row of either, in published order
 */
public record Comparison(boolean sameSeed, List<RowChange> rows) {
  private static final Set<String> GOOD = Set.of("PASSED", "NOT_APPLICABLE");

  /** Exchanges, identifiers, moments, dates, long numbers, durations, counts of what was sent. */
  private static final Pattern CHANGING =
      Pattern.compile(
          String.join(
              "|",
              "e-\\d{4,}",
              "\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b",
              "\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z)?",
              "\\d{5,}",
              "\\d+(\\.\\d+)? (m?s|accepted|answers?|messages?|bytes)\\b",
              "masked:[0-9a-f]+"));

  /** Compares the second run with the first. */
  public static Comparison of(ReportedRun first, ReportedRun second) {
    boolean sameSeed = first.report().seed() == second.report().seed();
    Map<String, JsonNode> before = byCode(first.report());
    Map<String, JsonNode> after = byCode(second.report());
    Set<String> codes = new LinkedHashSet<>(before.keySet());
    codes.addAll(after.keySet());
    List<RowChange> rows = new ArrayList<>();
    for (String code : codes) {
      JsonNode one = before.getOrDefault(code, MissingNode.getInstance());
      JsonNode other = after.getOrDefault(code, MissingNode.getInstance());
      String id = one.path("id").asText();
      boolean comparable = sameSeed && first.hasValuesOfSeed(id) && second.hasValuesOfSeed(id);
      rows.add(row(code, one, other, comparable, drift(first, second, one)));
    }
    return new Comparison(sameSeed, rows);
  }

  /** The rows of that kind. */
  public List<RowChange> of(RowChange.Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).toList();
  }

  /** Whether a test, not only a supplementary check, does not pass any more. */
  public boolean isWorse() {
    return of(RowChange.Kind.NEW_FAILURE).stream().anyMatch(RowChange::blocking);
  }

  private static Map<String, JsonNode> byCode(ReportFile report) {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    report.rows().forEach(row -> rows.put(row.path("code").asText(), row));
    return rows;
  }

  private static List<Drift> drift(ReportedRun first, ReportedRun second, JsonNode row) {
    Optional<Behaviour> before = first.behaviour(row.path("id").asText());
    Optional<Behaviour> after = second.behaviour(row.path("id").asText());
    return before.isPresent() && after.isPresent() ? before.get().driftTo(after.get()) : List.of();
  }

  private static RowChange row(
      String code, JsonNode before, JsonNode after, boolean sameSeed, List<Drift> behaviour) {
    RowChange.Kind kind = kind(before, after);
    JsonNode shown = after.isMissingNode() ? before : after;
    boolean both = !before.isMissingNode() && !after.isMissingNode();
    List<Drift> drift = new ArrayList<>();
    if (kind == RowChange.Kind.SAME) {
      drift.addAll(behaviour);
      drift.addAll(sameSeed ? found(before, after) : List.of());
    }
    return new RowChange(
        code,
        shown.path("title").asText(),
        kind,
        before.path("verdict").textValue(),
        after.path("verdict").textValue(),
        !code.startsWith("SUP-"),
        both ? verdicts(before, after) : List.of(),
        drift);
  }

  private static RowChange.Kind kind(JsonNode before, JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      return after.isMissingNode() ? RowChange.Kind.ONLY_IN_FIRST : RowChange.Kind.ONLY_IN_SECOND;
    }
    String one = before.path("verdict").asText();
    String other = after.path("verdict").asText();
    if (one.equals(other)) {
      return RowChange.Kind.SAME;
    }
    if (GOOD.contains(one) == GOOD.contains(other)) {
      return RowChange.Kind.OTHER;
    }
    return GOOD.contains(one) ? RowChange.Kind.NEW_FAILURE : RowChange.Kind.FIXED;
  }

  private static List<Drift> verdicts(JsonNode before, JsonNode after) {
    return expectations(before, after, "verdict", false);
  }

  private static List<Drift> found(JsonNode before, JsonNode after) {
    return expectations(before, after, "actual", true);
  }

  /** Expectations of which a field differs; those with another verdict only in their verdict. */
  private static List<Drift> expectations(
      JsonNode before, JsonNode after, String field, boolean sameVerdict) {
    Map<String, JsonNode> one = byId(before);
    Map<String, JsonNode> other = byId(after);
    Set<String> ids = new LinkedHashSet<>(one.keySet());
    ids.addAll(other.keySet());
    List<Drift> drift = new ArrayList<>();
    for (String id : ids) {
      JsonNode was = one.getOrDefault(id, MissingNode.getInstance());
      JsonNode is = other.getOrDefault(id, MissingNode.getInstance());
      boolean counts = !sameVerdict || was.path("verdict").equals(is.path("verdict"));
      if (counts && !steady(was, field).equals(steady(is, field))) {
        drift.add(new Drift(id, was.path(field).asText("-"), is.path(field).asText("-")));
      }
    }
    return drift;
  }

  private static Map<String, JsonNode> byId(JsonNode row) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    row.path("expectations").forEach(each -> byId.put(each.path("id").asText(), each));
    return byId;
  }

  private static String steady(JsonNode expectation, String field) {
    return CHANGING.matcher(expectation.path(field).asText("-")).replaceAll("#");
  }
}
