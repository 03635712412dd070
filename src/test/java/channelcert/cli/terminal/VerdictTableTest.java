package channelcert.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.report.SampleRun;
import channelcert.certification.verdict.RunResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VerdictTableTest {
  @Test
  void listsEveryRowWithItsOutcome() {
    assertThat(shown(SampleRun.result()).lines())
        .contains(
            "Code    Test                            Needed    Verdict           Time  Passed",
            "INV-1   Availability, many categories   required  passed           84 ms     4/4",
            "INV-3   Net prices                      required  failed           84 ms     3/4",
            "RES-8   Change several spaces, gross    required  inconclusive    128 ms     3/4",
            "RES-13  Reservation with a product      optional  not applicable    0 ms     0/1");
  }

  @Test
  void saysWhatToDoAboutEachOpenRow() {
    assertThat(shown(SampleRun.result()))
        .contains(
            """
            ERR-4 Unmapped Rate code error: failed
              * The error code is 9
                expected  errors[0].code = 9 and rateCode = "UNMAPPED-7Q"
                received  errors[0].code = 1 and no rateCode
                hint      Code 1 is for system errors. An unknown rate plan is code 9 and
                          names the code in rateCode, so that Mews can stop sending it.
                page      Guidelines, Responses
                evidence  e-0080
            """)
        .contains("RES-8 Change several spaces, gross: inconclusive");
  }

  @Test
  void aPassedRunHasNothingToDo() {
    assertThat(shown(SampleRun.passed()))
        .doesNotContain("hint", "expected")
        .contains("Verdict    PASSED", "Tests      25 of 25 passed");
  }

  @Test
  void endsWithTotalsSeedTimeAndReport() {
    assertThat(shown(SampleRun.result()))
        .endsWith(
            """
            Verdict    FAILED
            Tests      21 of 25 passed, 2 failed, 1 inconclusive, 1 not applicable
            Candidate  Acme Channel Manager
            Seed       4711 (the same values again: --seed 4711)
            Time       4.4 s
            Report     channelcert-report/report.html
            """);
  }

  @Test
  void staysWithinTheWidthOfTheTerminal() {
    for (int width : new int[] {60, 80, 132}) {
      assertThat(shown(SampleRun.result(), width).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  private static String shown(RunResult run) {
    return shown(run, 80);
  }

  private static String shown(RunResult run, int width) {
    StringWriter out = new StringWriter();
    Screen screen = new Screen(new PrintWriter(out), false, false, false, width);
    new VerdictTable(screen).print(run, Path.of("channelcert-report"));
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
