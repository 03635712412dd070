package channelcert.cli;

import channelcert.certification.comparison.Differences;
import channelcert.certification.comparison.ReportFile;
import channelcert.certification.comparison.UnusableReport;
import channelcert.certification.drift.Drift;
import channelcert.certification.drift.Drifts;
import channelcert.certification.evidence.DamagedEvidence;
import channelcert.certification.evidence.EvidenceFolder;
import channelcert.certification.evidence.RecordedEvidence;
import channelcert.certification.record.RunRecord;
import channelcert.certification.record.UnusableRecord;
import channelcert.certification.report.JsonReport;
import channelcert.certification.report.Wording;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RunResult;
import channelcert.cli.terminal.RunDisplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Judges a run once more from its evidence folder: nothing is started, nobody is called. */
final class JudgedAgain {
  private static final int MOST_SHOWN = 10;

  private final RunDisplay display;
  private final Reporting reporting;

  JudgedAgain(RunDisplay display, Reporting reporting) {
    this.display = display;
    this.reporting = reporting;
  }

  /**
   * Judges, and compares with the report in the folder.
   *
   * @param folder report folder of the run
   * @return the exit code of the verdict; that of "not proven" where the report says otherwise
   */
  int run(Path folder) {
    Path evidence = folder.resolve("evidence");
    if (!Files.exists(evidence.resolve(EvidenceFolder.RUN))) {
      throw UserError.usage(
          "--judge: "
              + evidence.resolve(EvidenceFolder.RUN)
              + " does not exist; name the report"
              + " folder of a run");
    }
    if (UnfinishedRun.isIn(folder)) {
      throw UserError.usage(
          "--judge: the run of " + folder + " is not finished; go on with --resume " + folder);
    }
    RecordedEvidence recorded = read(evidence);
    RunResult result = reporting.expecting(judged(evidence, recorded));
    display.runFinished(result, folder);
    List<String> differences = differences(folder, result, recorded.messages());
    tell(differences, recorded.messages().size());
    tellDrifts(recorded.messages());
    int exitCode = reporting.tell(result);
    return differences.isEmpty() ? exitCode : ExitCode.NOT_PROVEN;
  }

  private static RecordedEvidence read(Path evidence) {
    try {
      return RecordedEvidence.sealed(evidence);
    } catch (DamagedEvidence e) {
      throw refused(evidence, e);
    }
  }

  private static RunResult judged(Path evidence, RecordedEvidence recorded) {
    try {
      return RunRecord.of(recorded.lines()).judge(recorded.messages());
    } catch (UnusableRecord e) {
      throw refused(evidence, e);
    }
  }

  private static UserError refused(Path evidence, RuntimeException e) {
    return UserError.notProven(
        "the evidence in " + evidence + " proves nothing: " + e.getMessage());
  }

  private static List<String> differences(Path folder, RunResult result, List<Message> messages) {
    try {
      String text = JsonReport.text(result, messages.stream().map(Message::exchange).toList());
      return Differences.between(ReportFile.in(folder), ReportFile.of(text));
    } catch (UnusableReport e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private void tellDrifts(List<Message> messages) {
    List<Drift> drifts = Drifts.of(messages.stream().map(Message::exchange).toList());
    if (!drifts.isEmpty()) {
      display.note("Differences from the contract, which change no verdict:");
      drifts.forEach(each -> display.note("  " + Wording.drift(each)));
    }
  }

  private void tell(List<String> differences, int messages) {
    display.note(
        "Judged again from "
            + Wording.count(messages, "exchange")
            + ", each as it was recorded. "
            + (differences.isEmpty()
                ? "report.json says the same."
                : "report.json says something else in "
                    + Wording.count(differences.size(), "place")
                    + ":"));
    differences.stream().limit(MOST_SHOWN).forEach(each -> display.note("  " + each));
    if (differences.size() > MOST_SHOWN) {
      display.note("  and %d more".formatted(differences.size() - MOST_SHOWN));
    }
  }
}
