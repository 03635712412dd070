package channelcert.certification.verdict;

import java.time.Instant;
import java.util.List;

/**
 * What became of a run.
 *
 * @param candidate name of the candidate
 * @param seed seed of every value that the run chose
 * @param attempt number of the attempt, from 1
 * @param tests the rows in published order
 * @param supplementary rows that never block
 */
public record RunResult(
    String candidate,
    long seed,
    Instant startedAt,
    Instant finishedAt,
    int attempt,
    Verdict verdict,
    List<RowResult> tests,
    List<RowResult> supplementary) {}
