package channelcert.cli.terminal;

import channelcert.certification.report.Rows;
import channelcert.certification.report.Totals;
import channelcert.certification.report.VisibleText;
import channelcert.certification.report.Wording;
import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The end of a run on the terminal: all rows, what to do about those that are open, totals. */
public final class VerdictTable {
  private static final int GAP = 2;
  private static final int FACT = 11;
  private static final int NARROWEST_TITLE = 10;

  private final Screen screen;

  public VerdictTable(Screen screen) {
    this.screen = screen;
  }

  /**
   * Prints everything.
   *
   * @param folder where the report lies
   */
  public void print(RunResult run, Path folder) {
    screen.line("");
    table(run, run.rows().toList());
    printWithoutRows(run, folder);
  }

  /** Prints everything but the rows, which were shown when they ended. */
  void printWithoutRows(RunResult run, Path folder) {
    WhatToDo advice = new WhatToDo(screen);
    run.rows()
        .filter(row -> Rows.isOpen(row.verdict()))
        .filter(row -> run.expected().reason(row).isEmpty())
        .forEach(advice::print);
    totals(run, folder);
  }

  private void table(RunResult run, List<RowResult> rows) {
    List<Column> others =
        List.of(
            column("Needed", rows, row -> Wording.requirement(row.requirement()), false),
            column("Verdict", rows, row -> verdict(row, run.expected()), false),
            column("Time", rows, row -> Wording.duration(row.durationMs()), true),
            column("Passed", rows, row -> Totals.ofExpectations(row).share(), true));
    Column code = column("Code", rows, RowResult::code, false);
    Column title = column("Test", rows, row -> VisibleText.singleLine(row.title()), false);
    int taken = code.width() + GAP + others.stream().mapToInt(c -> c.width() + GAP).sum();
    int titleWidth = Math.clamp(screen.width() - taken, NARROWEST_TITLE, title.width());
    Column fitted =
        new Column(
            title.name(),
            row -> Columns.fit(title.value().apply(row), titleWidth, screen.signs()),
            false,
            titleWidth);
    List<Column> columns = Stream.concat(Stream.of(code, fitted), others.stream()).toList();
    screen.line(screen.faint(header(columns)));
    rows.forEach(row -> screen.line(screen.paint(row.verdict(), line(columns, row))));
  }

  private String verdict(RowResult row, ExpectedFailures expected) {
    return screen.sign(row.verdict()) + Wording.outcome(row, expected);
  }

  private static String header(List<Column> columns) {
    return join(columns.stream().map(column -> column.align(column.name())));
  }

  private static String line(List<Column> columns, RowResult row) {
    return join(columns.stream().map(column -> column.align(column.value().apply(row))));
  }

  private static String join(Stream<String> cells) {
    return String.join(" ".repeat(GAP), cells.toList()).stripTrailing();
  }

  private void totals(RunResult run, Path folder) {
    screen.line("");
    screen.line(
        screen.faint(Columns.left("Verdict", FACT))
            + screen.paint(run.verdict(), headline(run.verdict())));
    fact("Tests", Rows.sentence(run));
    if (!run.supplementary().isEmpty()) {
      fact("Further", Totals.ofRows(run.supplementary()).sentence());
    }
    Rows.expectedSentence(run)
        .ifPresent(sentence -> fact("Expected", VisibleText.singleLine(sentence)));
    fact("Candidate", VisibleText.singleLine(run.candidate()));
    fact("Seed", "%d (the same values again: --seed %d)".formatted(run.seed(), run.seed()));
    fact("Time", Wording.duration(run.startedAt(), run.finishedAt()));
    // Never broken into lines: paths are copied.
    screen.line(screen.faint(Columns.left("Report", FACT)) + folder.resolve("report.html"));
  }

  private static String headline(Verdict verdict) {
    return Wording.verdict(verdict).toUpperCase(Locale.ROOT);
  }

  private void fact(String name, String value) {
    List<String> lines = Columns.wrap(value, screen.width() - FACT);
    for (int i = 0; i < lines.size(); i++) {
      screen.line(screen.faint(Columns.left(i == 0 ? name : "", FACT)) + lines.get(i));
    }
  }

  private static Column column(
      String name, List<RowResult> rows, Function<RowResult, String> value, boolean number) {
    int width = rows.stream().mapToInt(row -> Columns.width(value.apply(row))).max().orElse(0);
    return new Column(name, value, number, Math.max(name.length(), width));
  }

  /** A column; numbers stand at its right edge. */
  private record Column(String name, Function<RowResult, String> value, boolean number, int width) {
    String align(String text) {
      return number ? Columns.right(text, width) : Columns.left(text, width);
    }
  }
}
