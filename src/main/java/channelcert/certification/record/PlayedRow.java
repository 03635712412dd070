package channelcert.certification.record;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.Judge;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.Verdict;
import java.util.List;
import java.util.Map;

/** A row that was played, with its evidence and its result. */
public record PlayedRow(CertificationTest test, RowEvidence evidence, RowResult result) {

  /** Judged by its evidence. */
  public static PlayedRow judged(CertificationTest test, RowEvidence evidence, long durationMs) {
    List<ExpectationResult> expectations = Judge.judge(test.expectations(), evidence);
    return new PlayedRow(
        test, evidence, result(test, Judge.row(expectations), durationMs, expectations));
  }

  /** One that does not apply to the candidate. */
  public static PlayedRow notApplicable(CertificationTest test) {
    return new PlayedRow(
        test,
        new RowEvidence(List.of(), Map.of(), Map.of()),
        result(test, Verdict.NOT_APPLICABLE, 0, List.of()));
  }

  private static RowResult result(
      CertificationTest test,
      Verdict verdict,
      long durationMs,
      List<ExpectationResult> expectations) {
    return new RowResult(
        test.code(),
        test.id(),
        test.title(),
        test.requirement(),
        verdict,
        durationMs,
        expectations);
  }
}
