package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
  private static final Selection PUSHES = Selection.pushes(PushKind.PRICES);
  private static final Check ACCEPTED = Outcome.accepted(PUSHES);
  private static final Check CONFIRMED = Outcome.confirmed(PUSHES);
  private static final String PUSH = "{\"messageId\":\"m1\",\"ratePrices\":[]}";
  private static final String LATER = "{\"success\":true,\"asyncConfirmation\":true}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"success\":true}",
        "{\"success\":true,\"asyncConfirmation\":false,\"errors\":null,\"error\":null}",
        "{\"success\":true,\"errors\":[]}"
      })
  void successWithoutErrorsIsAccepted(String answer) {
    assertThat(pushed(answer).judgedBy(ACCEPTED).verdict()).isEqualTo(Verdict.PASSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"success\":false}",
        "{\"success\":\"true\"}",
        "{\"success\":1}",
        "{}",
        "{\"success\":true,\"errors\":[{\"code\":1,\"message\":\"x\"}]}",
        "{\"success\":true,\"error\":{\"code\":1}}"
      })
  void everythingElseIsNot(String answer) {
    Finding finding = pushed(answer).judgedBy(ACCEPTED);
    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.hint()).isNotEmpty();
  }

  @Test
  void aFinalAnswerNeedsNoConfirmation() {
    assertThat(pushed(OK).judgedBy(CONFIRMED).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void oneRightConfirmationIsEnough() {
    assertThat(confirmed("m1", "true", OK).judgedBy(CONFIRMED).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void aMissingConfirmationFails() {
    assertThat(pushed(LATER).judgedBy(CONFIRMED).actual()).contains("0 confirmations of e-0001");
  }

  @Test
  void aConfirmationOfSomethingElseDoesNotCount() {
    assertThat(confirmed("m2", "true", OK).judgedBy(CONFIRMED).actual())
        .contains("0 confirmations");
  }

  @Test
  void twoConfirmationsFail() {
    assertThat(
            confirmed("m1", "true", OK)
                .candidate("processRateConfirmation", confirmation("m1", "true"), OK)
                .judgedBy(CONFIRMED)
                .actual())
        .contains("2 confirmations");
  }

  @Test
  void aConfirmedFailureFails() {
    assertThat(confirmed("m1", "false", OK).judgedBy(CONFIRMED).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void aConfirmationThatMewsRefusesFails() {
    assertThat(
            confirmed("m1", "true", "{\"success\":false,\"errors\":[{\"code\":8}]}")
                .judgedBy(CONFIRMED)
                .verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void nothingPushedLeavesBothOpen() {
    assertThat(Evidence.empty().judgedBy(ACCEPTED).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Evidence.empty().judgedBy(CONFIRMED).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static Evidence pushed(String answer) {
    return Evidence.empty().push(PushKind.PRICES, PUSH, answer);
  }

  private static Evidence confirmed(String messageId, String success, String mewsAnswer) {
    return pushed(LATER)
        .candidate("processRateConfirmation", confirmation(messageId, success), mewsAnswer);
  }

  private static String confirmation(String messageId, String success) {
    return "{\"relatedMessageId\":\"" + messageId + "\",\"success\":" + success + "}";
  }
}
