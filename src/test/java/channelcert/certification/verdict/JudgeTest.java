package channelcert.certification.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.exchange.Direction;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Finding PASSED = Finding.passed("a", "a", List.of());
  private static final Finding FAILED = Finding.failed("a", "b", "do a", List.of("e-0001"));
  private static final Finding MISSING = Finding.missing("a", "nothing", "");

  @Test
  void theWorstExpectationDecidesTheRow() {
    assertThat(row(PASSED, PASSED)).isEqualTo(Verdict.PASSED);
    assertThat(row(PASSED, MISSING)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row(MISSING, FAILED, PASSED)).isEqualTo(Verdict.FAILED);
  }

  @Test
  void anExceptionInACheckIsOurOwnFault() {
    Check broken =
        evidence -> {
          throw new IllegalStateException("oops");
        };
    List<ExpectationResult> results =
        Judge.judge(List.of(expectation("x", broken)), Evidence.empty().row());
    assertThat(results.getFirst().verdict()).isEqualTo(Verdict.HARNESS_ERROR);
    assertThat(results.getFirst().actual()).contains("oops");
  }

  @Test
  void aBrokenStepIsAnExpectationOfItsOwn() {
    List<ExpectationResult> results =
        Judge.judge(
            List.of(expectation("x", evidence -> PASSED)),
            Evidence.empty().fact(Judge.HARNESS, "the step broke").row());
    assertThat(results).extracting(ExpectationResult::id).containsExactly("x", "harness");
    assertThat(Judge.row(results)).isEqualTo(Verdict.HARNESS_ERROR);
  }

  @Test
  void anAbsentDriverIsTheHintForWhatIsMissing() {
    List<ExpectationResult> results =
        Judge.judge(
            List.of(expectation("x", evidence -> MISSING), expectation("y", evidence -> FAILED)),
            Evidence.empty().fact(Judge.DRIVER, "no driver").row());
    assertThat(results).extracting(ExpectationResult::hint).containsExactly("no driver", "do a");
  }

  @Test
  void whereAWebPageAnswersItsAddressIsToBeCorrected() {
    RowEvidence page =
        Evidence.empty()
            .add(
                Direction.MEWS_TO_CANDIDATE,
                "updatePrices",
                URI.create("http://cm.example/shop"),
                "{}",
                200,
                "text/html",
                "<html>Welcome</html>",
                null)
            .row();
    assertThat(Judge.judge(List.of(expectation("x", evidence -> FAILED)), page))
        .singleElement()
        .extracting(ExpectationResult::hint)
        .asString()
        .contains("Correct endpoints.updatePrices: at http://cm.example/shop", "text/html");
  }

  @Test
  void whatNobodyConnectedIsNeitherPassedNorFailed() {
    List<ExpectationResult> results =
        Judge.judge(
            List.of(expectation("x", evidence -> PASSED), expectation("y", evidence -> FAILED)),
            Evidence.empty().fact(Judge.NOT_SET_UP, "not possible: no access").row());
    assertThat(Judge.row(results)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(results).extracting(ExpectationResult::actual).allMatch(t -> t.contains("access"));
  }

  @Test
  void whatIsNotClaimedHarmsNobody() {
    assertThat(run(Verdict.PASSED, Verdict.NOT_APPLICABLE)).isEqualTo(Verdict.PASSED);
    assertThat(run(Verdict.NOT_APPLICABLE)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aClaimedOptionalRowCounts() {
    assertThat(run(Verdict.PASSED, Verdict.FAILED)).isEqualTo(Verdict.FAILED);
  }

  private static Verdict row(Finding... findings) {
    List<Expectation> expectations =
        Arrays.stream(findings)
            .map(finding -> expectation(finding.verdict().name(), evidence -> finding))
            .toList();
    return Judge.row(Judge.judge(expectations, Evidence.empty().row()));
  }

  private static Verdict run(Verdict... verdicts) {
    return Judge.run(
        Arrays.stream(verdicts)
            .map(
                verdict ->
                    new RowResult("X-1", "x", "X", Requirement.OPTIONAL, verdict, 1, List.of()))
            .toList());
  }

  private static Expectation expectation(String id, Check check) {
    return new Expectation(id, "says " + id, Basis.WIRE, check);
  }
}
