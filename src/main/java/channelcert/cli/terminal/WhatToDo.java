package channelcert.cli.terminal;

import channelcert.certification.report.Rows;
import channelcert.certification.report.VisibleText;
import channelcert.certification.report.Wording;
import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Rulebook;
import java.util.List;
import java.util.Optional;

/** For one row that is open: which expectation, what was expected and received, what to change. */
final class WhatToDo {
  private static final int LABEL = 10;
  private static final int MOST_LINES = 8;
  private static final int MOST_IDS = 8;

  private final Screen screen;

  WhatToDo(Screen screen) {
    this.screen = screen;
  }

  void print(RowResult row) {
    screen.line("");
    screen.line(
        screen.strong(row.code() + " " + VisibleText.singleLine(row.title()))
            + ": "
            + screen.paint(row.verdict(), Wording.verdict(row.verdict())));
    Rows.open(row).forEach(result -> expectation(row, result));
  }

  private void expectation(RowResult row, ExpectationResult result) {
    String mark = screen.signs() ? screen.sign(result.verdict()) : "* ";
    String statement = VisibleText.of(result.statement());
    List<String> lines = Columns.wrap(statement, screen.width() - 4);
    for (int i = 0; i < lines.size(); i++) {
      String start = i == 0 ? "  " + screen.paint(result.verdict(), mark) : "    ";
      screen.line(start + lines.get(i));
    }
    detail("expected", result.expected());
    detail("received", result.actual());
    detail("cause", Optional.ofNullable(result.lesson().cause()).map(Cause::words).orElse(""));
    detail("hint", result.hint());
    detail("page", Rulebook.of(row.code(), result.id()).map(Rulebook.Rule::page).orElse(""));
    detail("evidence", ids(result.exchanges().stream().distinct().toList()));
  }

  private void detail(String label, String text) {
    if (text.isBlank()) {
      return;
    }
    List<String> lines = Columns.wrap(VisibleText.of(text), screen.width() - 4 - LABEL);
    for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
      String start = i == 0 ? Columns.left(label, LABEL) : " ".repeat(LABEL);
      screen.line("    " + screen.faint(start) + lines.get(i));
    }
    if (lines.size() > MOST_LINES) {
      screen.line(
          " ".repeat(4 + LABEL)
              + "(%d more lines in the report)".formatted(lines.size() - MOST_LINES));
    }
  }

  private static String ids(List<String> ids) {
    return ids.size() <= MOST_IDS
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, MOST_IDS))
            + " and %d more, to %s".formatted(ids.size() - MOST_IDS, ids.getLast());
  }
}
