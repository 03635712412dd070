package channelcert.journey.live;

import channelcert.certification.comparison.Comparison;
import channelcert.certification.comparison.ReportedRun;
import channelcert.certification.comparison.UnusableReport;
import channelcert.certification.verdict.Verdict;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.run.CaseRun;
import channelcert.journey.run.RunStore;
import java.util.Optional;

/**
 * A run beside one before it.
 *
 * @param caseId case of the earlier one
 * @param number of the earlier one
 * @param certified whether the earlier one is the last that passed in the case that was certified
 *     before
 */
public record RunComparison(String caseId, int number, boolean certified, Comparison comparison) {
  /**
   * Compares with the last passed run of the case that this one certifies again, or where there is
   * none with the finished run before.
   *
   * @return empty when there is nothing to compare with, or its report is not kept here
   */
  public static Optional<RunComparison> of(
      RunStore runs, CaseStore cases, RunFolders folders, CertificationCase found, int number) {
    String before = found.predecessor() == null ? "" : found.predecessor();
    Optional<CaseRun> certified = cases.find(before).flatMap(each -> passed(runs, each));
    if (certified.isPresent()) {
      return compared(folders, found, number, before, certified.get().number(), true);
    }
    return runs.runs(found.id()).stream()
        .filter(each -> each.number() < number && each.verdict() != null)
        .findFirst()
        .flatMap(each -> compared(folders, found, number, found.id(), each.number(), false));
  }

  private static Optional<CaseRun> passed(RunStore runs, CertificationCase before) {
    return runs.runs(before.id()).stream()
        .filter(each -> each.verdict() == Verdict.PASSED)
        .findFirst();
  }

  private static Optional<RunComparison> compared(
      RunFolders folders,
      CertificationCase found,
      int number,
      String earlierCase,
      int earlier,
      boolean certified) {
    try {
      Comparison comparison =
          Comparison.of(
              ReportedRun.in(folders.of(earlierCase, earlier)),
              ReportedRun.in(folders.of(found.id(), number)));
      return Optional.of(new RunComparison(earlierCase, earlier, certified, comparison));
    } catch (UnusableReport gone) {
      return Optional.empty();
    }
  }
}
