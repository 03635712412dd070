package channelcert.certification.verdict;

/**
 * Judges one expectation from recorded evidence: pure, so that the same evidence always gives the
 * same finding. It never throws for what the candidate did; an exception is our own fault and
 * becomes HARNESS_ERROR.
 */
@FunctionalInterface
public interface Check {
  Finding judge(RowEvidence evidence);

  /** Both have to hold; the first one that does not is what is found. */
  default Check and(Check other) {
    return evidence -> {
      Finding finding = judge(evidence);
      return finding.verdict() == Verdict.PASSED ? other.judge(evidence) : finding;
    };
  }
}
