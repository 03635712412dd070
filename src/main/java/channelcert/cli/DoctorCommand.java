package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.CandidateFile;
import channelcert.certification.candidate.InvalidCandidate;
import channelcert.certification.preflight.Diagnosis;
import channelcert.cli.terminal.DoctorReport;
import channelcert.cli.terminal.Format;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at a candidate without testing it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells whether a candidate can be certified.",
      "",
      "It looks at addresses, TLS, tokens, form of the answers, clocks, message size and, where"
          + " there is a driver, the mapping. Each finding says whether the configuration or the"
          + " implementation is wrong, and how to mend it."
    })
final class DoctorCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--candidate",
      required = true,
      paramLabel = "FILE",
      description = "Candidate file of the channel manager.")
  @SuppressWarnings("NullAway.Init")
  private Path candidate;

  @Option(
      names = "--mews-port",
      converter = PortNumber.class,
      defaultValue = "0",
      description = "Port of the Mews side that the candidate is told (default: a free one).")
  private int mewsPort;

  @Option(
      names = "--mews-url",
      paramLabel = "URL",
      description = "Address at which the candidate reaches the Mews side, when it differs.")
  private @Nullable URI mewsUrl;

  @Option(
      names = "--format",
      defaultValue = "human",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.HUMAN;

  @Override
  public Integer call() throws InterruptedException {
    List<Diagnosis> found = new Doctor(mewsPort, mewsUrl).look(read());
    DoctorReport.of(format, spec.commandLine().getOut()).print(found);
    boolean ready = found.stream().allMatch(DoctorReport::isHarmless);
    return ready ? ExitCode.PASSED : ExitCode.UNREACHABLE;
  }

  private Candidate read() {
    try {
      return CandidateFile.read(candidate);
    } catch (InvalidCandidate e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }
}
