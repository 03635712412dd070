package channelcert.journey.run;

import channelcert.certification.verdict.Verdict;

/**
 * What became of a row in a run.
 *
 * @param result the row as in {@code report.json}
 */
public record RowRecord(String code, Verdict verdict, String result) {}
