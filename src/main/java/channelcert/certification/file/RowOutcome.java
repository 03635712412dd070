package channelcert.certification.file;

import channelcert.certification.report.Rows;
import channelcert.certification.report.Wording;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a test ended when it ran last.
 *
 * @param evidence numbers of the exchanges that show it
 * @param remark what was not as expected
 */
public record RowOutcome(
    String code,
    Verdict verdict,
    Instant at,
    List<String> evidence,
    List<String> confirmationNumbers,
    String remark) {

  /** Of a row of a run. */
  public static RowOutcome of(RowResult row, Instant at, List<String> confirmationNumbers) {
    return new RowOutcome(
        row.code(),
        row.verdict(),
        at,
        Rows.exchanges(row).stream().sorted().toList(),
        confirmationNumbers,
        Rows.open(row).stream()
            .map(
                each ->
                    "%s: %s. Received: %s"
                        .formatted(
                            Wording.verdict(each.verdict()), each.statement(), each.actual()))
            .collect(Collectors.joining("\n")));
  }
}
