package channelcert.certification.verdict;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Failures that those who run the certification know of and wait for. They stay failures wherever
 * the result is shown; only the success of the command does not depend on them.
 */
public record ExpectedFailures(List<Entry> entries) {
  public static final ExpectedFailures NONE = new ExpectedFailures(List.of());

  public ExpectedFailures {
    entries = List.copyOf(entries);
  }

  /** What became of an entry in a run. */
  public enum State {
    /** It fails, as expected. */
    EXPECTED,
    /** It does not fail any more: the entry has to go. */
    STALE,
    /** Its row was not run. */
    NOT_RUN
  }

  /**
   * One that is expected.
   *
   * @param code code of the row
   * @param expectation id of the only expectation that may fail; absent = the row as a whole
   */
  public record Entry(String code, @Nullable String expectation, String reason) {
    private boolean isAbout(RowResult row) {
      return code.equals(row.code());
    }

    private boolean isAbout(ExpectationResult result) {
      return expectation == null || expectation.equals(result.id());
    }

    /** For example {@code INV-3} or {@code INV-3 stored}. */
    public String name() {
      return expectation == null ? code : code + " " + expectation;
    }
  }

  public State state(Entry entry, RunResult run) {
    Optional<RowResult> row = run.rows().filter(entry::isAbout).findFirst();
    if (row.isEmpty()) {
      return State.NOT_RUN;
    }
    boolean fails =
        entry.expectation() == null
            ? isOpen(row.get().verdict())
            : row.get().expectations().stream()
                .filter(entry::isAbout)
                .anyMatch(result -> isOpen(result.verdict()));
    return fails ? State.EXPECTED : State.STALE;
  }

  /** The entries that the run has shown to be out of date. */
  public List<Entry> stale(RunResult run) {
    return entries.stream().filter(entry -> state(entry, run) == State.STALE).toList();
  }

  /** Why nothing about the row is a surprise; empty where something is, or all is well. */
  public Optional<String> reason(RowResult row) {
    boolean ours = row.verdict() == Verdict.HARNESS_ERROR;
    List<ExpectationResult> open =
        row.expectations().stream().filter(result -> isOpen(result.verdict())).toList();
    return ours || open.isEmpty() || open.stream().anyMatch(each -> reason(row, each).isEmpty())
        ? Optional.empty()
        : reason(row, open.getFirst());
  }

  /** Why the expectation may fail; empty where it may not, or holds. */
  public Optional<String> reason(RowResult row, ExpectationResult result) {
    return result.verdict() == Verdict.FAILED || result.verdict() == Verdict.INCONCLUSIVE
        ? entries.stream()
            .filter(entry -> entry.isAbout(row) && entry.isAbout(result))
            .map(Entry::reason)
            .findFirst()
        : Optional.empty();
  }

  /** How the run ended apart from what was expected. */
  public Verdict unexpected(RunResult run) {
    if (run.tests().stream().allMatch(row -> reason(row).isEmpty())) {
      return run.verdict();
    }
    return Verdict.worst(
        run.tests().stream()
            .map(row -> reason(row).isPresent() ? Verdict.PASSED : row.verdict())
            .toList());
  }

  private static boolean isOpen(Verdict verdict) {
    return verdict != Verdict.PASSED && verdict != Verdict.NOT_APPLICABLE;
  }
}
