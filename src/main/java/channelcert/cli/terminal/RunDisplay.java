package channelcert.cli.terminal;

import channelcert.certification.report.JsonReport;
import channelcert.certification.report.Totals;
import channelcert.certification.report.VisibleText;
import channelcert.certification.report.Wording;
import channelcert.certification.run.Progress;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows a run: a line per row, the one in work rewritten in place where the terminal can do that,
 * then the verdict. Safe for many threads.
 */
public final class RunDisplay implements Progress {
  private static final int BAR = 20;
  private static final int CODE = 8;

  private final Format format;
  private final PrintWriter result;
  private final Screen screen;
  private final Map<String, String> titles = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private boolean attended;
  private String prompted = "";

  RunDisplay(Format format, PrintWriter result, Screen screen) {
    this.format = format;
    this.result = result;
    this.screen = screen;
  }

  /**
   * A display for this process.
   *
   * @param out standard output
   * @param err standard error, which takes all but the result where the result is JSON
   */
  public static RunDisplay of(Format format, PrintWriter out, PrintWriter err) {
    Screen screen =
        switch (format) {
          case HUMAN -> Screen.standardOutput(out, System.getenv());
          case PLAIN -> Screen.plain(out);
          case JSON -> Screen.plain(err);
        };
    return new RunDisplay(format, out, screen);
  }

  /** A line of our own between the rows, for example where the Mews side listens. */
  public synchronized void note(String text) {
    line(VisibleText.singleLine(text));
  }

  /** From now on a person types here: nothing is rewritten in place any more. */
  synchronized void attended() {
    attended = true;
  }

  /** A heading with a text of several lines. */
  synchronized void text(String heading, String text) {
    line("");
    line(screen.strong(VisibleText.singleLine(heading)));
    text.strip().lines().forEach(each -> line("    " + VisibleText.singleLine(each)));
  }

  /** Asks for a line to be typed behind it. */
  synchronized void prompt(String text) {
    if (!text.equals(prompted)) {
      endPrompt();
      screen.out().print("  > " + VisibleText.singleLine(text) + " ");
      screen.out().flush();
      prompted = text;
    }
  }

  /**
   * A line was typed behind the prompt.
   *
   * @param echo shown where no terminal has shown it; empty else
   */
  synchronized void typed(String echo) {
    if (!echo.isEmpty() && !prompted.isEmpty()) {
      screen.out().println(VisibleText.singleLine(echo));
    }
    prompted = "";
  }

  private void line(String text) {
    endPrompt();
    screen.line(text);
  }

  private void endPrompt() {
    if (!prompted.isEmpty()) {
      screen.out().println();
      prompted = "";
    }
  }

  private void passing(String text) {
    if (!attended) {
      screen.passing(text);
    }
  }

  @Override
  public synchronized void setAside(List<String> exchanges) {
    note(
        "Set aside: "
            + Wording.count(exchanges.size(), "message")
            + " about bookings that no test waited for, "
            + (exchanges.size() == 1
                ? exchanges.getFirst()
                : exchanges.getFirst() + " to " + exchanges.getLast()));
  }

  @Override
  public synchronized void rowStarted(String code, String title) {
    titles.put(code, title);
    passing(name(code));
  }

  /**
   * A step of a long row.
   *
   * @param text what is being done
   * @param done steps done
   * @param total steps in all; 0 while unknown
   */
  @Override
  public synchronized void rowProgress(String code, String text, long done, long total) {
    String share = total > 0 ? bar(done, total) + " " + done + "/" + total + "  " : "";
    passing(name(code) + "  " + share + VisibleText.singleLine(text));
  }

  @Override
  public synchronized void rowFinished(RowResult row) {
    titles.remove(row.code());
    shown.add(row.code());
    String verdict = screen.sign(row.verdict()) + Wording.verdict(row.verdict());
    line(
        Columns.left(row.code(), CODE)
            + screen.paint(row.verdict(), Columns.left(verdict, 16))
            + Columns.right(Wording.duration(row.durationMs()), 10)
            + Columns.right(Totals.ofExpectations(row).share(), 8)
            + "  "
            + VisibleText.singleLine(row.title()));
  }

  /**
   * The end: what to do, with the verdict table where not every row was shown as it ended, or the
   * result as JSON.
   *
   * @param folder where the report lies
   */
  public synchronized void runFinished(RunResult run, Path folder) {
    if (format == Format.JSON) {
      result.print(JsonReport.text(run));
      result.flush();
      screen.line("Report: " + folder);
    } else {
      boolean known =
          run.expected().entries().isEmpty()
              && run.rows().allMatch(row -> shown.contains(row.code()));
      VerdictTable table = new VerdictTable(screen);
      if (known) {
        table.printWithoutRows(run, folder);
      } else {
        table.print(run, folder);
      }
    }
  }

  private String name(String code) {
    return Columns.left(code, CODE) + VisibleText.singleLine(titles.getOrDefault(code, ""));
  }

  private String bar(long done, long total) {
    int full = Math.clamp(done * BAR / total, 0, BAR);
    return screen.signs()
        ? "█".repeat(full) + "░".repeat(BAR - full)
        : "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
  }
}
