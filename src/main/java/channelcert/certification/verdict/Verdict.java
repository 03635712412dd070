package channelcert.certification.verdict;

import java.util.Collection;
import java.util.Comparator;

/** The outcome of an expectation, a row or a run, from best to worst. */
public enum Verdict {
  /** Optional and not claimed by the candidate. */
  NOT_APPLICABLE,
  /** Shown by evidence. */
  PASSED,
  /** The evidence needed is missing, so nothing is proven either way. */
  INCONCLUSIVE,
  /** The evidence shows that the candidate breaks the rule. */
  FAILED,
  /** Our own fault, never the candidate's. */
  HARNESS_ERROR;

  /** The worst of several; NOT_APPLICABLE when there is none. */
  public static Verdict worst(Collection<Verdict> verdicts) {
    return verdicts.stream().max(Comparator.naturalOrder()).orElse(NOT_APPLICABLE);
  }
}
