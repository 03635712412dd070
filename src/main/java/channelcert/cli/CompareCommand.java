package channelcert.cli;

import channelcert.certification.comparison.Comparison;
import channelcert.certification.comparison.ReportedRun;
import channelcert.certification.comparison.UnusableReport;
import channelcert.cli.terminal.ComparedRuns;
import channelcert.cli.terminal.Format;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what differs between two runs. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares two report folders: what is new, fixed or otherwise.",
      "It tells new failures, what is fixed, what is only in one, and how the candidate behaves"
          + " otherwise though the verdict is the same."
    },
    footer = {"", "Exit codes: 0 nothing is worse; 1 a test does not pass any more; 2 no report."})
final class CompareCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "Report folder of the first run.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Report folder of the second run.")
  private Path after = Path.of("");

  @Option(
      names = "--format",
      defaultValue = "human",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.HUMAN;

  @Override
  public Integer call() {
    ReportedRun first = read(before);
    ReportedRun second = read(after);
    first.missing().ifPresent(why -> notCompared(before, why));
    second.missing().ifPresent(why -> notCompared(after, why));
    Comparison comparison = Comparison.of(first, second);
    ComparedRuns.of(format, spec.commandLine().getOut()).print(comparison);
    return comparison.isWorse() ? ExitCode.FAILED : ExitCode.PASSED;
  }

  private static ReportedRun read(Path folder) {
    try {
      return ReportedRun.in(folder);
    } catch (UnusableReport e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  private void notCompared(Path folder, String why) {
    spec.commandLine()
        .getErr()
        .println("Behaviour is not compared, the evidence of " + folder + " is not whole: " + why);
  }
}
