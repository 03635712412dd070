package channelcert.certification.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final Refusals REFUSALS =
      Refusals.of(Selection.naming(PushKind.PRICES, "ratePlanCode", "unmapped"));
  private static final String PUSH =
      """
      {"ratePrices":[{"ratePlanCode":"FLX"},{"ratePlanCode":"XR1"}]}
      """;
  private static final String GOOD =
      """
      {"success":false,"errors":[
        {"code":9,"rateCode":"XR1","message":"Rate XR1 is not mapped; map it under Rates."}]}
      """;

  @Test
  void aProperRefusalPassesEverything() {
    assertThat(judge(GOOD, REFUSALS.refused()).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(judge(GOOD, REFUSALS.errorIs(9)).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(judge(GOOD, REFUSALS.names("rateCode", "unmapped")).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(judge(GOOD, REFUSALS.explains("unmapped")).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void anAcceptedPushIsNoRefusal() {
    assertThat(judge("{\"success\":true}", REFUSALS.refused()).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(judge("{\"success\":true}", REFUSALS.errorIs(9)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void anotherCodeFails() {
    assertThat(judge(GOOD.replace("\"code\":9", "\"code\":6"), REFUSALS.errorIs(9)).actual())
        .contains("the codes are [6]");
  }

  @Test
  void aCodeWrittenAsTextFails() {
    assertThat(judge(GOOD.replace("\"code\":9", "\"code\":\"9\""), REFUSALS.errorIs(9)).actual())
        .contains("\"9\"");
  }

  @Test
  void theDeprecatedCodeFails() {
    assertThat(judge(GOOD.replace("\"code\":9", "\"code\":5"), REFUSALS.errorIs(9)).actual())
        .contains("deprecated code 5");
  }

  @Test
  void theOldSingleErrorFails() {
    Finding finding =
        judge(
            "{\"success\":false,\"error\":{\"code\":9,\"rateCode\":\"XR1\"}}", REFUSALS.errorIs(9));
    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.actual()).contains("the old 'error'");
  }

  @Test
  void anotherRateCodeFails() {
    assertThat(
            judge(
                    GOOD.replace("\"rateCode\":\"XR1\"", "\"rateCode\":\"FLX\""),
                    REFUSALS.names("rateCode", "unmapped"))
                .actual())
        .contains("[FLX]");
  }

  @Test
  void aMessageThatDoesNotNameTheCodeFails() {
    assertThat(
            judge(GOOD.replace("Rate XR1 is", "The rate is"), REFUSALS.explains("unmapped"))
                .actual())
        .contains("does not mention XR1");
  }

  @Test
  void onlyPushesThatNameTheCodeCount() {
    assertThat(
            Evidence.empty()
                .push(PushKind.PRICES, PUSH.replace("XR1", "NRF"), "{\"success\":true}")
                .fact("unmapped", "XR1")
                .judgedBy(REFUSALS.refused())
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static Finding judge(String answer, Check check) {
    return Evidence.empty()
        .push(PushKind.PRICES, PUSH, answer)
        .fact("unmapped", "XR1")
        .judgedBy(check);
  }
}
