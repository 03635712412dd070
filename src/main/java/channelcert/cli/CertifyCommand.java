package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.CandidateFile;
import channelcert.certification.candidate.InvalidCandidate;
import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.verdict.ExpectedFailures;
import channelcert.cli.terminal.Format;
import channelcert.cli.terminal.RunDisplay;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Certifies a channel manager: the reference one in this process, or the one that a candidate file
 * describes.
 */
@Command(
    name = "certify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the certification and writes the report folder.",
      "Without --candidate the reference channel manager is started in this process and certified."
    })
final class CertifyCommand implements Callable<Integer> {
  /** What may be said anew when a run is resumed. */
  private static final Set<String> RESUMABLE =
      Set.of(
          "--resume",
          "--data",
          "--candidate",
          "--database",
          "--attend",
          "--attend-minutes",
          "--smtp",
          "--mail-from",
          "--format",
          "--expected-failures",
          "--github");

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--candidate",
      paramLabel = "FILE",
      description = "Candidate file of the channel manager to certify.")
  private @Nullable Path candidate;

  @Option(
      names = "--only",
      arity = "1..*",
      split = ",",
      paramLabel = "CODE",
      description = "Only these tests, and those they build on: INV-1 RES-2, or INV-1,RES-2.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--supplementary",
      description = {
        "Run the supplementary checks SUP-1 to SUP-20 as well; they never change the verdict.",
        "--only SUP-n runs single ones; without any of the 25 tests nothing is certified."
      })
  private boolean supplementary;

  @Option(
      names = "--seed",
      description = "Seed of every chosen value; printed, and chosen when absent.")
  private @Nullable Long seed;

  @Option(
      names = "--days",
      defaultValue = "0",
      description =
          "Nights of the full push, at least 365 (default: horizonDays of the candidate file).")
  private int days;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "channelcert-report",
      description = "Report folder (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("channelcert-report");

  @Option(
      names = "--mews-port",
      converter = PortNumber.class,
      defaultValue = "0",
      description = "Port of the Mews side (default: a free one).")
  private int mewsPort;

  @Option(
      names = "--mews-url",
      paramLabel = "URL",
      description = "Address at which the candidate reaches the Mews side, when it differs.")
  private @Nullable URI mewsUrl;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "postgresql://user:password@host/database instead of the embedded database.")
  private @Nullable String database;

  @Option(
      names = "--attend",
      defaultValue = "auto",
      description =
          "Who is asked for what the candidate's driver does not do: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}, the terminal when there is one).")
  private Attending attending = Attending.AUTO;

  @Option(
      names = "--attend-minutes",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long an instruction waits for a person (default: ${DEFAULT-VALUE}).")
  private int attendMinutes;

  @Option(
      names = "--format",
      defaultValue = "human",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.HUMAN;

  @Option(
      names = "--asynchronous",
      description =
          "The reference channel manager confirms pushes afterwards instead of answering finally.")
  private boolean asynchronous;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "channelcert-data",
      description =
          "Folder of the keys that sign the certification file (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("channelcert-data");

  @Option(
      names = "--judge",
      paramLabel = "DIR",
      description =
          "Judge the run of a report folder again from its evidence alone, and compare with its"
              + " report; nothing is started. Evidence that was changed is refused.")
  private @Nullable Path judge;

  @Option(
      names = "--rerun-failed",
      paramLabel = "DIR",
      description =
          "Only the tests that did not pass in the report of this folder, and those they build on,"
              + " with its seed unless --seed is given; reports to DIR-rerun unless --out is"
              + " given.")
  private @Nullable Path rerunFailed;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "Go on with the run of a report folder whose process died: tests that have ended are kept.",
        "--candidate and --database have to be given as before; everything else is known."
      })
  private @Nullable Path resume;

  @Option(
      names = "--expected-failures",
      paramLabel = "FILE",
      description =
          "Failures that do not fail the run: a YAML list of {row, expectation, reason}, the"
              + " expectation optional. An entry that does not fail any more fails the run.")
  private @Nullable Path expectedFailures;

  @Option(
      names = "--github",
      description =
          "At most ten annotations, and a summary in the file that GITHUB_STEP_SUMMARY names.")
  private boolean github;

  @Mixin private MailOptions mail = new MailOptions();

  @Override
  public Integer call() throws Exception {
    RunDisplay display =
        RunDisplay.of(format, spec.commandLine().getOut(), spec.commandLine().getErr());
    if (judge != null) {
      alone("--judge", Set.of("--judge", "--format", "--expected-failures", "--github"));
      try (Reporting reporting = reporting(display)) {
        return new JudgedAgain(display, reporting).run(judge);
      }
    }
    if (resume != null) {
      alone("--resume", RESUMABLE);
    }
    Set<String> codes = codes();
    if (days != 0 && days < 365) {
      throw UserError.usage("--days is " + days + ", but a full push covers at least 365 nights");
    }
    if (attendMinutes < 1 || attendMinutes > 1440) {
      throw UserError.usage("--attend-minutes is " + attendMinutes + ", but has to be 1 to 1440");
    }
    if (asynchronous && candidate != null) {
      throw UserError.usage(
          "--asynchronous is about the reference channel manager; --candidate names another one");
    }
    int attempt = 1;
    if (rerunFailed != null) {
      Rerun rerun = rerun(rerunFailed);
      if (rerun.codes().isEmpty()) {
        display.note("Nothing to run again: no test of " + rerunFailed + " is open.");
        return ExitCode.PASSED;
      }
      display.note("Again: " + String.join(", ", rerun.codes()));
      codes = Set.copyOf(rerun.codes());
      seed = seed != null ? seed : Long.valueOf(rerun.seed());
      attempt = rerun.attempt() + 1;
    }
    long chosenSeed = seed != null ? seed : new SecureRandom().nextInt(1_000_000_000);
    Plan plan =
        new Plan(
            chosenSeed,
            days,
            codes,
            supplementary,
            attempt,
            out,
            mewsPort,
            mewsUrl,
            database,
            attending,
            Duration.ofMinutes(attendMinutes),
            mail.mail(),
            asynchronous,
            CertificationFiles.keys(data));
    Candidate described = read(candidate);
    try (Reporting reporting = reporting(display)) {
      return resume == null
          ? new CertificationSession(plan, display, reporting).run(described)
          : resume(plan, resume, described, display, reporting);
    }
  }

  private int resume(
      Plan given,
      Path folder,
      @Nullable Candidate described,
      RunDisplay display,
      Reporting reporting)
      throws Exception {
    try (UnfinishedRun unfinished = UnfinishedRun.resume(folder)) {
      same("candidate", described == null ? "reference" : "described", unfinished);
      same("database", database == null ? "embedded" : "given", unfinished);
      Plan plan = given.resumed(unfinished, folder);
      return new CertificationSession(plan, display, reporting).resume(described, unfinished);
    }
  }

  private static void same(String option, String value, UnfinishedRun unfinished) {
    if (!unfinished.get(option).equals(value)) {
      throw UserError.usage(
          "--resume: give --"
              + option
              + " exactly as when the run began: it had "
              + (value.equals("given") || value.equals("described") ? "none" : "one"));
    }
  }

  private Rerun rerun(Path folder) {
    if (!only.isEmpty()) {
      throw UserError.usage("--rerun-failed and --only exclude each other");
    }
    Rerun rerun = Rerun.of(folder);
    if (!spec.commandLine().getParseResult().hasMatchedOption("--out")) {
      out = Rerun.beside(folder);
    }
    return rerun;
  }

  private Reporting reporting(RunDisplay display) {
    ExpectedFailures expected = ExpectedFailuresFile.read(expectedFailures);
    CommandLine line = spec.commandLine();
    PrintWriter told = format == Format.JSON ? line.getErr() : line.getOut();
    return new Reporting(expected, github ? new GitHub(told, display, Parts.newId()) : null);
  }

  /** Refuses options that the one could not follow. */
  private void alone(String option, Set<String> with) {
    for (OptionSpec each : spec.commandLine().getParseResult().matchedOptions()) {
      if (!with.contains(each.longestName())) {
        throw UserError.usage(option + " and " + each.longestName() + " exclude each other");
      }
    }
  }

  private static @Nullable Candidate read(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    try {
      return CandidateFile.read(file);
    } catch (InvalidCandidate e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  private Set<String> codes() {
    Set<String> known = new HashSet<>();
    Catalogue.rows().forEach(row -> known.add(row.code()));
    Catalogue.supplementary().forEach(row -> known.add(row.code()));
    Set<String> codes = new HashSet<>();
    for (String code : only) {
      String upper = code.toUpperCase(Locale.ROOT);
      if (!known.contains(upper)) {
        throw UserError.usage(
            "--only: there is no test " + code + "; `channelcert list` shows all");
      }
      codes.add(upper);
    }
    return codes;
  }
}
