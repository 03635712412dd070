package channelcert.cli;

import channelcert.certification.report.GitHubReport;
import channelcert.certification.verdict.RunResult;
import channelcert.cli.terminal.RunDisplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Tells a workflow on GitHub what became of a run. */
final class GitHub {
  private final PrintWriter out;
  private final RunDisplay display;
  private final String mark;
  private boolean stopped = true;

  /**
   * Begins. Until the end nothing that is printed counts as a command, whoever wrote it.
   *
   * @param out the stream that the workflow reads and no other program does
   * @param mark what nobody can guess
   */
  GitHub(PrintWriter out, RunDisplay display, String mark) {
    this.out = out;
    this.display = display;
    this.mark = mark;
    out.println("::stop-commands::" + mark);
    out.flush();
  }

  /**
   * Prints the annotations and adds to the summary.
   *
   * @param summary the file of the summary; absent where the run is none of a workflow
   */
  void tell(RunResult run, @Nullable String summary) {
    GitHubReport report = new GitHubReport(run);
    if (summary != null && !summary.isBlank()) {
      append(report.summary(), summary);
    }
    resume();
    report.annotations().forEach(out::println);
    out.flush();
  }

  /** From now on the workflow follows commands again. */
  void resume() {
    if (stopped) {
      out.println("::" + mark + "::");
      out.flush();
      stopped = false;
    }
  }

  private void append(String text, String file) {
    try {
      Files.writeString(Path.of(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException | InvalidPathException e) {
      display.note("The summary cannot be added to GITHUB_STEP_SUMMARY, " + file + ": " + e);
    }
  }
}
