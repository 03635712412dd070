package channelcert.certification.verdict;

import java.util.List;

/**
 * What became of one row.
 *
 * @param code published order, for example {@code INV-1}
 * @param id stable words, for example {@code inventory/availability}
 * @param durationMs from the first step to the last, in milliseconds
 */
public record RowResult(
    String code,
    String id,
    String title,
    Requirement requirement,
    Verdict verdict,
    long durationMs,
    List<ExpectationResult> expectations) {}
