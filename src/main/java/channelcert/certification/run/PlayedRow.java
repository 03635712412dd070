package channelcert.certification.run;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.Judge;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.Verdict;
import java.util.List;
import java.util.Map;

/** A row that was played, with its evidence and its result. */
record PlayedRow(CertificationTest test, RowEvidence evidence, RowResult result) {

  static PlayedRow judged(CertificationTest test, RowEvidence evidence, long durationMs) {
    List<ExpectationResult> expectations = Judge.judge(test.expectations(), evidence);
    return new PlayedRow(
        test, evidence, result(test, Judge.row(expectations), durationMs, expectations));
  }

  static PlayedRow notApplicable(CertificationTest test) {
    return new PlayedRow(
        test,
        new RowEvidence(List.of(), Map.of(), Map.of()),
        result(test, Verdict.NOT_APPLICABLE, 0, List.of()));
  }

  /** Judged again where there is more evidence than before. */
  PlayedRow withEvidence(List<Message> messages, Map<String, RowEvidence> earlier) {
    return result.verdict() == Verdict.NOT_APPLICABLE
            || messages.size() == evidence.messages().size()
        ? this
        : judged(
            test,
            new RowEvidence(messages, Map.copyOf(earlier), evidence.facts()),
            result.durationMs());
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
