package channelcert.certification.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * Derives results from evidence: the same evidence always gives the same result. An exception in a
 * check is our own fault and never the candidate's.
 */
public final class Judge {
  /** Note of the run: why the driver did not do what a step asked. */
  public static final String DRIVER = "driver-unavailable";

  /** Note of the run: why a supplementary check does not apply to the candidate. */
  public static final String NOT_OFFERED = "not-offered";

  /** Note of the run: why nobody connected and mapped the property. */
  public static final String NOT_SET_UP = "not-set-up";

  /** Note of the run: what broke in a step, by our own fault. */
  public static final String HARNESS = "harness-error";

  private Judge() {}

  /** The results of a row's expectations, in their order. */
  public static List<ExpectationResult> judge(
      List<Expectation> expectations, RowEvidence evidence) {
    List<ExpectationResult> results = new ArrayList<>();
    for (Expectation expectation : expectations) {
      results.add(result(expectation, offered(expectation, evidence), evidence));
    }
    String broken = evidence.facts().get(HARNESS);
    if (broken != null) {
      results.add(
          result(
              new Expectation(
                  "harness", "The certification itself works.", Basis.WIRE, ignored -> own(broken)),
              own(broken),
              evidence));
    }
    return results;
  }

  /** The verdict of a row: its worst expectation. */
  public static Verdict row(List<ExpectationResult> expectations) {
    return Verdict.worst(expectations.stream().map(ExpectationResult::verdict).toList());
  }

  /**
   * The verdict of a run: the worst row that applies. An optional row counts once the candidate
   * claims it (domain reference 9.5); one that is not claimed is NOT_APPLICABLE and cannot harm.
   */
  public static Verdict run(List<RowResult> rows) {
    Verdict worst = Verdict.worst(rows.stream().map(RowResult::verdict).toList());
    return worst == Verdict.NOT_APPLICABLE ? Verdict.INCONCLUSIVE : worst;
  }

  /** What the candidate does not offer is neither passed nor failed. */
  private static Finding offered(Expectation expectation, RowEvidence evidence) {
    String unconnected = evidence.facts().get(NOT_SET_UP);
    if (unconnected != null) {
      return notSetUp(unconnected);
    }
    String reason = evidence.facts().get(NOT_OFFERED);
    return reason == null
        ? finding(expectation, evidence)
        : new Finding(Verdict.NOT_APPLICABLE, "offered by the candidate", reason, "", List.of());
  }

  /** Where nobody has connected the candidate, nothing that it does proves anything. */
  private static Finding notSetUp(String reason) {
    return new Finding(
        Verdict.INCONCLUSIVE,
        "a property that is connected and mapped",
        "it was not connected: " + reason,
        "Connect the property and map it as the first instruction says, in a new run.",
        List.of());
  }

  private static Finding finding(Expectation expectation, RowEvidence evidence) {
    try {
      Finding found = withDriverNote(expectation.check().judge(evidence), evidence);
      return WrongAddress.hint(found, evidence).map(hint -> hinting(found, hint)).orElse(found);
    } catch (RuntimeException e) {
      return own("the check " + expectation.id() + " broke: " + e);
    }
  }

  /** What is missing is most likely missing because the driver did not help. */
  private static Finding withDriverNote(Finding finding, RowEvidence evidence) {
    String note = evidence.facts().get(DRIVER);
    if (note == null || finding.verdict() != Verdict.INCONCLUSIVE) {
      return finding;
    }
    return hinting(finding, note);
  }

  private static Finding hinting(Finding finding, String hint) {
    return new Finding(
        finding.verdict(),
        finding.expected(),
        finding.actual(),
        hint,
        finding.exchanges(),
        finding.lesson());
  }

  private static Finding own(String what) {
    return new Finding(
        Verdict.HARNESS_ERROR,
        "no fault of our own",
        what,
        "This is not the candidate's fault; please report it with the evidence folder.",
        List.of());
  }

  private static ExpectationResult result(
      Expectation expectation, Finding finding, RowEvidence evidence) {
    return new ExpectationResult(
        expectation.id(),
        expectation.statement(),
        Attended.basis(expectation.basis(), finding, evidence),
        finding.verdict(),
        finding.expected(),
        finding.actual() + Attended.known(finding, evidence),
        finding.hint(),
        finding.exchanges(),
        finding.lesson());
  }
}
