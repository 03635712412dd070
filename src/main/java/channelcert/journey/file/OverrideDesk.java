package channelcert.journey.file;

import channelcert.journey.cases.CaseChange;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.people.Person;
import channelcert.journey.run.Executed;
import channelcert.journey.run.Overridden;
import channelcert.journey.run.RunStore;
import channelcert.journey.workflow.CaseState;
import java.util.List;
import java.util.Map;

/** Sets rows aside that did not pass, with the reason, in history and file. */
public final class OverrideDesk {
  private static final int LONGEST = 10_000;

  private final CaseDesk desk;
  private final FileDesk files;
  private final Executed executed;

  public OverrideDesk(CaseDesk desk, FileDesk files, Executed executed) {
    this.desk = desk;
    this.files = files;
    this.executed = executed;
  }

  /** The rows of the attempt that were set aside, by code. */
  public List<Overridden> of(CertificationCase found) {
    return executed.overridden(found);
  }

  /**
   * The rows of the attempt that could be set aside, in published order; none outside the
   * evaluation.
   */
  public List<String> open(CertificationCase found) {
    return found.state() == CaseState.EVALUATION
        ? executed.failed(found).stream().sorted(Features.PUBLISHED_ORDER).toList()
        : List.of();
  }

  /**
   * Sets a row aside; a recommendation given before is void, and the file has a new version.
   *
   * @throws StepRefused when it is not the time, the row did not fail, or the reason is missing
   */
  public void override(CertificationCase found, Person by, String row, String reason) {
    if (found.state() != CaseState.EVALUATION) {
      throw StepRefused.conflict(
          "Rows are set aside during the evaluation; the case is in " + found.state() + ".");
    }
    if (!open(found).contains(row)) {
      throw StepRefused.invalid(
          "row", "The row " + row + " did not fail in this attempt, or is set aside already.");
    }
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw StepRefused.invalid(
          "reason", "Say why the row is set aside, in at most " + LONGEST + " characters.");
    }
    CertificationCase overridden =
        desk.change(
            found,
            by,
            "overrideRow",
            Map.of("row", row, "reason", reason.strip()),
            List.of(
                RunStore.override(row, by.id(), reason.strip()), new CaseChange.Recommended(null)));
    desk.change(overridden, by, "issueFile", Map.of("row", row), files.again(overridden, by));
  }
}
