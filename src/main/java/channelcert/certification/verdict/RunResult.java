package channelcert.certification.verdict;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a run.
 *
 * @param candidate name of the candidate
 * @param seed seed of every value that the run chose
 * @param attempt number of the attempt, from 1
 * @param tests the rows in published order
 * @param supplementary rows that never block
 * @param expected failures that those who run the certification know of
 */
public record RunResult(
    String candidate,
    long seed,
    Instant startedAt,
    Instant finishedAt,
    int attempt,
    Verdict verdict,
    List<RowResult> tests,
    List<RowResult> supplementary,
    ExpectedFailures expected) {
  public RunResult(
      String candidate,
      long seed,
      Instant startedAt,
      Instant finishedAt,
      int attempt,
      Verdict verdict,
      List<RowResult> tests,
      List<RowResult> supplementary) {
    this(
        candidate,
        seed,
        startedAt,
        finishedAt,
        attempt,
        verdict,
        tests,
        supplementary,
        ExpectedFailures.NONE);
  }

  /** The same result, for those who expect these failures. */
  public RunResult expecting(ExpectedFailures failures) {
    return new RunResult(
        candidate, seed, startedAt, finishedAt, attempt, verdict, tests, supplementary, failures);
  }

  /** All rows, the supplementary ones last. */
  public Stream<RowResult> rows() {
    return Stream.concat(tests.stream(), supplementary.stream());
  }
}
