package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SideEffectsTest {
  private static final Check NAMED =
      Refusals.of(Selection.naming(PushKind.AVAILABILITY, "spaceTypeCode", "unmapped"))
          .names("categoryCode", "unmapped");
  private static final Check UNSYNCHRONISED = SideEffects.unsynchronised("synchronised", NAMED);
  private static final Check LATER =
      SideEffects.laterPushOmits(PushKind.AVAILABILITY, "spaceTypeCode", "unmapped", NAMED);
  private static final String REFUSAL =
      "{\"success\":false,\"errors\":[{\"code\":10,\"categoryCode\":\"XC1\",\"message\":\"Map XC1"
          + " first.\"}]}";

  @Test
  void aRefusedCodeIsTakenOut() {
    assertThat(refused(REFUSAL).fact("synchronised", "false").judgedBy(UNSYNCHRONISED).verdict())
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void aCodeThatStaysInAlthoughRefusedIsOurFault() {
    Evidence evidence = refused(REFUSAL).fact("synchronised", "true");
    assertThatThrownBy(() -> evidence.judgedBy(UNSYNCHRONISED))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void withoutAProperRefusalNothingFollows() {
    Evidence evidence = refused("{\"success\":false}").fact("synchronised", "true");
    assertThat(evidence.judgedBy(UNSYNCHRONISED).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(evidence.judgedBy(LATER).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theRestIsAcceptedAfterwards() {
    assertThat(
            refused(REFUSAL).push(PushKind.AVAILABILITY, push("DBL"), OK).judgedBy(LATER).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(
            refused(REFUSAL)
                .push(PushKind.AVAILABILITY, push("DBL"), REFUSAL)
                .judgedBy(LATER)
                .verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void withoutALaterPushItStaysOpen() {
    assertThat(refused(REFUSAL).judgedBy(LATER).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static Evidence refused(String answer) {
    return Evidence.empty()
        .fact("unmapped", "XC1")
        .push(PushKind.AVAILABILITY, push("XC1"), answer);
  }

  private static String push(String category) {
    return "{\"availabilities\":[{\"spaceTypeCode\":\"" + category + "\"}]}";
  }
}
