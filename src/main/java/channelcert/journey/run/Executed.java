package channelcert.journey.run;

import channelcert.certification.verdict.Verdict;
import channelcert.journey.cases.CertificationCase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rows of a case passed or were executed in its attempt, by their latest verdict. */
public final class Executed {
  private final RunStore runs;

  public Executed(RunStore runs) {
    this.runs = runs;
  }

  /**
   * Rows that passed or were set aside; one that does not apply to the candidate has nothing to
   * pass.
   */
  public Set<String> passed(CertificationCase found) {
    Set<String> passed = new HashSet<>(passed(runs.verdicts(found, false)));
    overridden(found).forEach(each -> passed.add(each.code()));
    return Set.copyOf(passed);
  }

  /** Rows that were set aside, by code. */
  public List<Overridden> overridden(CertificationCase found) {
    return runs.overridden(found);
  }

  /** The latest verdict of each row. */
  public Map<String, Verdict> verdicts(CertificationCase found) {
    return runs.verdicts(found, false);
  }

  /**
   * Rows that came to a verdict, did not pass and were not set aside; without the supplementary
   * ones, which never block.
   */
  public Set<String> failed(CertificationCase found) {
    Set<String> failed = new HashSet<>(executed(found));
    failed.removeIf(code -> code.startsWith("SUP-"));
    failed.removeAll(passed(found));
    return Set.copyOf(failed);
  }

  /** Rows that passed, without those that do not apply. */
  public Set<String> certified(CertificationCase found) {
    return runs.verdicts(found, false).entrySet().stream()
        .filter(each -> each.getValue() == Verdict.PASSED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Rows that passed in runs of the call. */
  public Set<String> passedInCall(CertificationCase found) {
    return passed(runs.verdicts(found, true));
  }

  /** Rows that came to a verdict about the candidate. */
  public Set<String> executed(CertificationCase found) {
    return runs.verdicts(found, false).entrySet().stream()
        .filter(each -> isAboutTheCandidate(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> passed(Map<String, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(
            each -> each.getValue() == Verdict.PASSED || each.getValue() == Verdict.NOT_APPLICABLE)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isAboutTheCandidate(Verdict verdict) {
    return verdict != Verdict.INCONCLUSIVE && verdict != Verdict.HARNESS_ERROR;
  }
}
