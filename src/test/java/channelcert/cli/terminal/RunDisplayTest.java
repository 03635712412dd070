package channelcert.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.report.JsonReport;
import channelcert.certification.report.SampleRun;
import channelcert.certification.verdict.RunResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunDisplayTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void rewritesTheLineOfALongRowOnATerminal() {
    RunDisplay display = display(Map.of(), true);
    display.rowStarted("INV-6", "Full inventory push");
    display.rowProgress("INV-6", "messages accepted", 21, 42);
    display.rowFinished(SampleRun.result().tests().get(5));
    assertThat(out.toString())
        .contains(
            "\r\u001b[KINV-6   Full inventory push  ██████████░░░░░░░░░░ 21/42  messages accepted");
    assertThat(out.toString().lines()).hasSize(4);
    assertThat(out.toString()).endsWith("3/3  Full inventory push" + System.lineSeparator());
  }

  @Test
  void writesOneLinePerFinishedRowElsewhere() {
    RunDisplay display = display(Map.of(), false);
    show(display, SampleRun.result());
    assertThat(out.toString()).doesNotContain("\u001b", "\r");
    assertThat(out.toString().lines().filter(line -> line.startsWith("INV-6 "))).hasSize(1);
  }

  @Test
  void showsNoColourWhereNobodyWantsIt() {
    for (Map<String, String> environment :
        List.of(Map.of("NO_COLOR", "1"), Map.of("TERM", "dumb"))) {
      show(display(environment, true), SampleRun.result());
    }
    assertThat(out.toString()).doesNotContain("\u001b", "\r");
  }

  @Test
  void showsSignsOnlyWhereTheyCanBeShown() {
    Screen screen = Screen.of(new PrintWriter(out), Map.of(), false, StandardCharsets.US_ASCII);
    show(new RunDisplay(Format.HUMAN, new PrintWriter(out), screen), SampleRun.result());
    assertThat(out.toString()).matches("\\p{ASCII}*");
  }

  @Test
  void textOfOthersCannotSteerTheTerminal() {
    RunDisplay display = display(Map.of(), false);
    display.rowStarted("ERR-2", SampleRun.HOSTILE);
    display.rowProgress("ERR-2", SampleRun.HOSTILE, 1, 2);
    display.note(SampleRun.HOSTILE);
    show(display, SampleRun.hostile());
    assertThat(out.toString()).doesNotContain("\u001b", "\r", "\u0000", "\u202e");
    assertThat(out.toString()).contains("\\u001b[31mred");
  }

  @Test
  void jsonIsTheOnlyThingOnStandardOutput() {
    RunDisplay display =
        RunDisplay.of(Format.JSON, new PrintWriter(out, true), new PrintWriter(err, true));
    display.note("Mews side at http://127.0.0.1:8090");
    show(display, SampleRun.result());
    assertThat(out).hasToString(JsonReport.text(SampleRun.result()));
    assertThat(err.toString()).contains("Mews side at", "INV-1", "Report: channelcert-report");
  }

  private RunDisplay display(Map<String, String> environment, boolean terminal) {
    PrintWriter writer = new PrintWriter(out);
    return new RunDisplay(
        Format.HUMAN, writer, Screen.of(writer, environment, terminal, StandardCharsets.UTF_8));
  }

  private static void show(RunDisplay display, RunResult run) {
    run.tests()
        .forEach(
            row -> {
              display.rowStarted(row.code(), row.title());
              display.rowFinished(row);
            });
    display.runFinished(run, Path.of("channelcert-report"));
  }
}
