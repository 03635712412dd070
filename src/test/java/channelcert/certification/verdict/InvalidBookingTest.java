package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InvalidBookingTest {
  private static final InvalidBooking BOOKING = InvalidBooking.noted("booking");
  private static final String INVALID =
      """
      {"messageId":"m1","channelManagerId":"B1","reservations":[{"code":"01","from":"2027-03-03","to":"2027-03-01"}]}
      """;
  private static final String REFUSED =
      "{\"success\":false,\"errors\":[{\"code\":7,\"message\":\"Departure before arrival.\"}]}";
  private static final String LOG =
      "{\"entries\":[{\"at\":\"2027-01-01T00:00:00Z\",\"operation\":\"processGroup\",\"channelManagerId\":\"B1\",\"message\":\"x\"}]}";

  @Test
  void aRefusedAndLoggedBookingPasses() {
    Evidence evidence = sent(INVALID, REFUSED).driver("readErrorLog", "{}", LOG);
    assertThat(evidence.judgedBy(BOOKING.isInvalid()).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(evidence.judgedBy(BOOKING.isRefused()).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(evidence.judgedBy(BOOKING.isNotRepeated()).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(evidence.judgedBy(BOOKING.isLogged()).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void theRefusalMayComeByConfirmBooking() {
    Evidence evidence =
        sent(INVALID, OK)
            .mews("confirmGroup", "{\"channelManagerId\":\"B1\",\"error\":{\"code\":7}}", OK);
    assertThat(evidence.judgedBy(BOOKING.isRefused()).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void anInvalidBookingThatMewsTakesIsOurFault() {
    Evidence evidence = sent(INVALID, OK);
    assertThatThrownBy(() -> evidence.judgedBy(BOOKING.isRefused()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRepairedMessageIsNotInvalid() {
    Evidence evidence = sent(INVALID.replace("2027-03-01", "2027-03-05"), OK);
    assertThat(evidence.judgedBy(BOOKING.isInvalid()).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(evidence.judgedBy(BOOKING.isRefused()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aRepetitionWithAnotherMessageIdFails() {
    Evidence evidence =
        sent(INVALID, REFUSED).candidate("processGroup", INVALID.replace("m1", "m2"), REFUSED);
    Finding finding = evidence.judgedBy(BOOKING.isNotRepeated());
    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.exchanges()).containsExactly("e-0002");
  }

  @Test
  void aRepetitionBeforeTheRefusalIsKnownIsOnlyNoted() {
    Evidence evidence =
        sent(INVALID, OK)
            .candidate("processGroup", INVALID, OK)
            .mews("confirmGroup", "{\"channelManagerId\":\"B1\",\"error\":{\"code\":7}}", OK);
    Finding finding = evidence.judgedBy(BOOKING.isNotRepeated());
    assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(finding.actual()).contains("before the refusal arrived");
    evidence.candidate("processGroup", INVALID, OK);
    assertThat(evidence.judgedBy(BOOKING.isNotRepeated()).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void aRepairedSecondMessageIsFine() {
    Evidence evidence =
        sent(INVALID, REFUSED)
            .candidate("processGroup", INVALID.replace("2027-03-01", "2027-03-05"), OK);
    assertThat(evidence.judgedBy(BOOKING.isNotRepeated()).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void anErrorLogWithoutTheBookingFails() {
    assertThat(
            sent(INVALID, REFUSED)
                .driver("readErrorLog", "{}", LOG.replace("B1", "B2"))
                .judgedBy(BOOKING.isLogged())
                .verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void withoutMessageOrLogEverythingStaysOpen() {
    Evidence evidence = Evidence.empty().fact("booking", "B1").fact("watched", "5 s");
    assertThat(evidence.judgedBy(BOOKING.isInvalid()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(evidence.judgedBy(BOOKING.isNotRepeated()).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(evidence.judgedBy(BOOKING.isLogged()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static Evidence sent(String request, String answer) {
    return Evidence.empty()
        .fact("booking", "B1")
        .fact("watched", "5 s")
        .candidate("processGroup", request, answer);
  }
}
