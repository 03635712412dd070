package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.lesson.Cause;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OldFormTest {
  private static final String PUSH =
      "{\"messageId\":\"m1\",\"availabilities\":[{\"spaceTypeCode\":\"XC1\"}]}";

  @Test
  void thePageStatesThePolicy() {
    assertThat(Path.of("docs/old-forms.md"))
        .content()
        .contains(
            Arrays.stream(OldForm.values())
                .map(
                    each ->
                        "| %s | %s | %s | %s |"
                            .formatted(
                                each.words(),
                                each.since(),
                                each.successor(),
                                each.passes() ? "passed with a note" : "failed"))
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"success":false,"error":{"code":10,"message":"no"}}      | SINGULAR_ERROR  | May 2024
          {"success":false,"errors":[{"code":4,"message":"no"}]}    | DEPRECATED_CODE | August 2022
          {"success":false,"errors":[{"code":5,"message":"no"}]}    | DEPRECATED_CODE | August 2022
          """)
  void anOldErrorFailsAndSaysSinceWhen(String answer, Cause cause, String since) {
    Finding finding =
        Evidence.empty().push(PushKind.AVAILABILITY, PUSH, answer).judgedBy(refusalWith(10, 9));

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.actual()).contains(since);
    assertThat(finding.lesson().cause()).isEqualTo(cause);
    assertThat(finding.lesson().differences()).isNotEmpty();
  }

  @Test
  void anOldErrorFailsInAConfirmationAsWell() {
    Finding finding =
        Evidence.empty()
            .push(PushKind.AVAILABILITY, PUSH, "{\"success\":true,\"asyncConfirmation\":true}")
            .candidate(
                "processAvailabilityConfirmation",
                "{\"relatedMessageId\":\"m1\",\"success\":false,\"error\":{\"code\":10}}",
                OK)
            .judgedBy(refusalWith(10));

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.lesson().cause()).isEqualTo(Cause.SINGULAR_ERROR);
  }

  @Test
  void aRefusalMayComeByConfirmation() {
    Evidence evidence =
        Evidence.empty()
            .push(PushKind.AVAILABILITY, PUSH, "{\"success\":true,\"asyncConfirmation\":true}")
            .candidate(
                "processAvailabilityConfirmation",
                "{\"relatedMessageId\":\"m1\",\"success\":false,\"errors\":[{\"code\":10}]}",
                OK);

    assertThat(evidence.judgedBy(refusalWith(10)).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(
            evidence
                .judgedBy(Refusals.of(Selection.pushes(PushKind.AVAILABILITY)).refused())
                .verdict())
        .isEqualTo(Verdict.PASSED);
  }

  private static Check refusalWith(Integer... codes) {
    return Refusals.of(Selection.pushes(PushKind.AVAILABILITY)).errorIs(codes);
  }
}
