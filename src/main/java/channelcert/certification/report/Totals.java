package channelcert.certification.report;

import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many of several rows or expectations ended in which way.
 *
 * @param all how many there are
 * @param counts how many per outcome; none where there are none
 */
public record Totals(int all, Map<Verdict, Integer> counts) {

  public static Totals ofRows(Collection<RowResult> rows) {
    return of(rows.stream().map(RowResult::verdict).toList());
  }

  public static Totals ofExpectations(RowResult row) {
    return of(row.expectations().stream().map(ExpectationResult::verdict).toList());
  }

  private static Totals of(Collection<Verdict> verdicts) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
    return new Totals(verdicts.size(), counts);
  }

  public int of(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  /** For example {@code 7/8}: passed of all; a dash where there is none. */
  public String share() {
    return all == 0 ? "-" : of(Verdict.PASSED) + "/" + all;
  }

  /** For example {@code 22 of 25 passed, 1 failed, 2 inconclusive}. */
  public String sentence() {
    List<String> parts = new ArrayList<>();
    parts.add("%d of %d passed".formatted(of(Verdict.PASSED), all));
    for (Verdict verdict :
        List.of(
            Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.HARNESS_ERROR, Verdict.NOT_APPLICABLE)) {
      if (of(verdict) > 0) {
        parts.add(of(verdict) + " " + Wording.verdict(verdict));
      }
    }
    return String.join(", ", parts);
  }
}
