package channelcert.certification.report;

import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions that every part of the report asks of a row. */
public final class Rows {
  private static final int PUBLISHED = 25;

  private Rows() {}

  /** Whether all published tests were run; a part of them certifies nothing. */
  public static boolean isComplete(RunResult run) {
    return run.tests().size() >= PUBLISHED;
  }

  /** How the tests of a run ended, and how many were run when it was not all of them. */
  public static String sentence(RunResult run) {
    String totals = Totals.ofRows(run.tests()).sentence();
    return isComplete(run)
        ? totals
        : totals
            + "; only %d of %d tests %s run"
                .formatted(run.tests().size(), PUBLISHED, run.tests().size() == 1 ? "was" : "were");
  }

  /** What became of the expected failures; empty where none were named. */
  public static Optional<String> expectedSentence(RunResult run) {
    ExpectedFailures expected = run.expected();
    if (expected.entries().isEmpty()) {
      return Optional.empty();
    }
    long failing = run.rows().filter(row -> expected.reason(row).isPresent()).count();
    List<String> stale = expected.stale(run).stream().map(ExpectedFailures.Entry::name).toList();
    return Optional.of(
        Wording.count(failing, "test")
            + (failing == 1 ? " fails" : " fail")
            + " as expected"
            + (stale.isEmpty()
                ? ""
                : "; no longer failing, so remove the entry: " + String.join(", ", stale)));
  }

  /** Whether somebody has to do something about it: neither passed nor set aside. */
  public static boolean isOpen(Verdict verdict) {
    return verdict != Verdict.PASSED && verdict != Verdict.NOT_APPLICABLE;
  }

  /** The expectations that somebody has to do something about, in order. */
  public static List<ExpectationResult> open(RowResult row) {
    return row.expectations().stream().filter(result -> isOpen(result.verdict())).toList();
  }

  /** The exchanges of a row, each once: those of open expectations first, then in order. */
  public static List<String> exchanges(RowResult row) {
    return Stream.concat(open(row).stream(), row.expectations().stream())
        .flatMap(result -> result.exchanges().stream())
        .distinct()
        .toList();
  }

  /** Why an optional row was set aside. */
  public static String reasonNotApplicable(RowResult row) {
    return row.expectations().stream()
        .filter(result -> result.verdict() == Verdict.NOT_APPLICABLE)
        .map(result -> result.actual().isBlank() ? result.hint() : result.actual())
        .filter(reason -> !reason.isBlank())
        .findFirst()
        .orElse("optional, and not claimed by the candidate");
  }
}
