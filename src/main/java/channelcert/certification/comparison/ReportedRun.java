package channelcert.certification.comparison;

import channelcert.certification.evidence.DamagedEvidence;
import channelcert.certification.evidence.RecordedEvidence;
import channelcert.certification.record.RunRecord;
import channelcert.certification.record.UnusableRecord;
import channelcert.certification.verdict.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report folder: its report, and its evidence where that is as it was recorded.
 *
 * @param missing why the evidence cannot be compared; empty where it can
 */
public record ReportedRun(
    ReportFile report,
    @Nullable RunRecord record,
    List<Message> messages,
    Optional<String> missing) {

  /**
   * Reads a report folder.
   *
   * @throws UnusableReport when it holds no report
   */
  public static ReportedRun in(Path folder) {
    ReportFile report = ReportFile.in(folder);
    try {
      RecordedEvidence recorded = RecordedEvidence.sealed(folder.resolve("evidence"));
      RunRecord record = RunRecord.of(recorded.lines());
      return new ReportedRun(report, record, recorded.messages(), Optional.empty());
    } catch (DamagedEvidence | UnusableRecord e) {
      return new ReportedRun(report, null, List.of(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /** Whether the row has the values of the seed: one that was broken off was run with others. */
  boolean hasValuesOfSeed(String rowId) {
    return record == null || record.windows().brokenOff(rowId) == 0;
  }

  /** How the candidate behaved in a row; empty where no evidence tells. */
  Optional<Behaviour> behaviour(String rowId) {
    return record == null
        ? Optional.empty()
        : Optional.of(Behaviour.in(record.windows().of(rowId, messages)));
  }
}
