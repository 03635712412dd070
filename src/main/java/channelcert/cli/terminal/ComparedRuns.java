package channelcert.cli.terminal;

import channelcert.certification.comparison.Comparison;
import channelcert.certification.comparison.Drift;
import channelcert.certification.comparison.RowChange;
import channelcert.certification.report.VisibleText;
import channelcert.certification.report.Wording;
import channelcert.certification.verdict.Verdict;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what differs between two runs. */
public final class ComparedRuns {
  private static final int LONGEST = 160;

  private final Format format;
  private final PrintWriter out;
  private final Screen screen;

  private ComparedRuns(Format format, PrintWriter out, Screen screen) {
    this.format = format;
    this.out = out;
    this.screen = screen;
  }

  /**
   * Shows to people or to programs.
   *
   * @param out standard output
   */
  public static ComparedRuns of(Format format, PrintWriter out) {
    Screen screen =
        format == Format.HUMAN ? Screen.standardOutput(out, System.getenv()) : Screen.plain(out);
    return new ComparedRuns(format, out, screen);
  }

  public void print(Comparison comparison) {
    if (format == Format.JSON) {
      out.println(json(comparison));
      out.flush();
      return;
    }
    section("New failures", comparison.of(RowChange.Kind.NEW_FAILURE), Verdict.FAILED);
    section("Fixed", comparison.of(RowChange.Kind.FIXED), Verdict.PASSED);
    section("Another verdict", comparison.of(RowChange.Kind.OTHER), Verdict.INCONCLUSIVE);
    section("Only in the first", comparison.of(RowChange.Kind.ONLY_IN_FIRST), null);
    section("Only in the second", comparison.of(RowChange.Kind.ONLY_IN_SECOND), null);
    List<RowChange> same = comparison.of(RowChange.Kind.SAME);
    List<RowChange> drifting = same.stream().filter(ComparedRuns::differs).toList();
    section("The same verdict, other behaviour", drifting, Verdict.INCONCLUSIVE);
    screen.line(
        "The same: "
            + Wording.count(same.size() - drifting.size(), "test")
            + (comparison.sameSeed()
                ? "."
                : ". The seeds differ, so values that were found are not compared; run both with"
                    + " the same --seed."));
  }

  private static boolean differs(RowChange row) {
    return !row.drift().isEmpty() || !row.expectations().isEmpty();
  }

  private void section(String title, List<RowChange> rows, @Nullable Verdict colour) {
    if (rows.isEmpty()) {
      return;
    }
    String heading = title + " (" + rows.size() + ")";
    screen.line(colour == null ? heading : screen.paint(colour, heading));
    rows.forEach(this::row);
    screen.line("");
  }

  private void row(RowChange row) {
    screen.line(
        "  " + row.code() + " " + VisibleText.singleLine(row.title()) + ": " + verdicts(row));
    row.expectations().forEach(each -> drift(each, true));
    row.drift().forEach(each -> drift(each, false));
  }

  private static String verdicts(RowChange row) {
    String before = words(row.before());
    String after = words(row.after());
    return before.equals(after) || after.isEmpty()
        ? before
        : before.isEmpty() ? after : before + ", now " + after;
  }

  private void drift(Drift drift, boolean verdict) {
    screen.line(
        "    "
            + drift.what()
            + ": "
            + (verdict ? words(drift.before()) : text(drift.before()))
            + ", now "
            + (verdict ? words(drift.after()) : text(drift.after())));
  }

  private static String words(@Nullable String verdict) {
    return verdict == null
        ? ""
        : verdict.equals("-") ? "not judged" : Wording.verdict(Verdict.valueOf(verdict));
  }

  private static String text(String text) {
    String line = VisibleText.singleLine(text);
    return line.length() <= LONGEST ? line : VisibleText.cut(line, LONGEST) + "...";
  }

  private static String json(Comparison comparison) {
    try {
      return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(comparison);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a comparison is plain data and can always be written", e);
    }
  }
}
