package channelcert.journey.run;

import channelcert.certification.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of a case.
 *
 * @param number in its case, from 1
 * @param state RUNNING, FINISHED or INTERRUPTED
 * @param verdict what it came to; absent while it goes on and when it was interrupted
 * @param codes what was asked for; empty = all
 * @param startedBy name of the person
 * @param problem why it has no verdict
 */
public record CaseRun(
    int number,
    int attempt,
    String state,
    @Nullable Verdict verdict,
    boolean duringCall,
    long seed,
    List<String> codes,
    String startedBy,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String problem) {}
