package channelcert.journey.live;

import channelcert.certification.comparison.Comparison;
import channelcert.certification.comparison.ReportedRun;
import channelcert.certification.comparison.UnusableReport;
import channelcert.certification.verdict.Verdict;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.run.CaseRun;
import channelcert.journey.run.RunStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
   * none with the finished run before of the same tests, or else with the finished run before.
   *
   * @param with number of an earlier run that was chosen; null leaves the choice
   * @return empty when there is nothing to compare with, or its report is not kept here
   */
  public static Optional<RunComparison> of(
      RunStore runs,
      CaseStore cases,
      RunFolders folders,
      CertificationCase found,
      int number,
      @Nullable Integer with) {
    List<CaseRun> earlier = earlier(runs, found, number);
    if (with != null) {
      return earlier.stream()
          .filter(each -> each.number() == with)
          .findFirst()
          .flatMap(each -> compared(folders, found, number, found.id(), with, false));
    }
    String before = found.predecessor() == null ? "" : found.predecessor();
    Optional<CaseRun> certified = cases.find(before).flatMap(each -> passed(runs, each));
    if (certified.isPresent()) {
      return compared(folders, found, number, before, certified.get().number(), true);
    }
    List<String> codes = runs.find(found.id(), number).map(CaseRun::codes).orElse(List.of());
    return earlier.stream()
        .filter(each -> each.codes().equals(codes))
        .findFirst()
        .or(() -> earlier.stream().findFirst())
        .flatMap(each -> compared(folders, found, number, found.id(), each.number(), false));
  }

  /** The finished runs of the case before one, the newest first. */
  public static List<CaseRun> earlier(RunStore runs, CertificationCase found, int number) {
    return runs.runs(found.id()).stream()
        .filter(each -> each.number() < number && each.verdict() != null)
        .toList();
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
