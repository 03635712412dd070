package channelcert.certification.verdict.reservation;

import static channelcert.certification.verdict.reservation.FindingAssert.assertFailed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertMissing;
import static channelcert.certification.verdict.reservation.FindingAssert.assertOurFault;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassedWithNote;
import static channelcert.certification.verdict.reservation.Row.AFTER_CREATE;
import static channelcert.certification.verdict.reservation.Row.BOOKING;
import static channelcert.certification.verdict.reservation.Row.but;

import channelcert.certification.verdict.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmationChecksTest {
  private static final Check CONFIRMED = ConfirmationChecks.confirmed(BOOKING, List.of());
  private static final Check CONFIRMED_AGAIN = ConfirmationChecks.confirmed(BOOKING, AFTER_CREATE);
  private static final Check ANSWERED = ConfirmationChecks.answered(BOOKING);
  private static final Check KEPT = ConfirmationChecks.numbersKept(BOOKING, AFTER_CREATE);
  private static final Check SHOWN = ReadBackCheck.readBack(BOOKING, "CONFIRMED");

  @Test
  void everyReservationIsConfirmed() {
    assertPassed(Samples.created().judgedBy(CONFIRMED));
    assertPassed(Samples.multi(Samples.MULTI).judgedBy(CONFIRMED));
  }

  @Test
  void aRemovedReservationIsConfirmedWithTheOthers() {
    assertPassed(Samples.changed(Samples.MULTI_CHANGE).judgedBy(CONFIRMED_AGAIN));
  }

  @Test
  void aCancellationConfirmsWhatWasThere() {
    assertPassed(Samples.cancelled(Samples.CANCEL).judgedBy(CONFIRMED_AGAIN));
  }

  @Test
  void aMissingPairIsOurFault() {
    String two =
        but(Samples.MULTI_CONFIRMED, ",{\"code\":\"03\",\"confirmationNumber\":\"503\"}", "");
    assertOurFault(
        Row.about("CM-2001").sent(Samples.MULTI).confirmed(two).judgedBy(CONFIRMED),
        "reservations is a list with the codes [01, 02], not [01, 02, 03]");
  }

  @Test
  void aNumberGivenTwiceIsOurFault() {
    assertOurFault(
        Row.about("CM-2001")
            .sent(Samples.MULTI)
            .confirmed(but(Samples.MULTI_CONFIRMED, "\"503\"", "\"502\""))
            .judgedBy(CONFIRMED),
        "not all different");
  }

  @Test
  void noConfirmationOfAnAcceptedBookingIsOurFault() {
    assertOurFault(Row.about("CM-1001").sent(Samples.CREATE).judgedBy(CONFIRMED), "never sent");
  }

  @Test
  void aRefusedBookingHasNothingToConfirm() {
    assertMissing(
        Row.about("CM-1001")
            .sent(Samples.CREATE, "{\"success\":false,\"errors\":[{\"code\":6}]}")
            .judgedBy(CONFIRMED),
        "nothing to confirm");
  }

  @Test
  void successIsTheRightAnswer() {
    assertPassed(Samples.created().judgedBy(ANSWERED));
  }

  @Test
  void aRepetitionAfterALostConnectionIsOnlyNoted() {
    assertPassedWithNote(
        Row.about("CM-1001")
            .sent(Samples.CREATE)
            .confirmed(Samples.CREATE_CONFIRMED, 0, "")
            .confirmed(Samples.CREATE_CONFIRMED)
            .judgedBy(ANSWERED),
        "e-0002 had to be repeated");
  }

  @Test
  void noAnswerFails() {
    assertFailed(answer(0, "").judgedBy(ANSWERED), "there was no answer: connection refused");
  }

  @Test
  void anErrorStatusFails() {
    assertFailed(
        answer(500, "<html></html>").judgedBy(ANSWERED),
        "the status is HTTP 500, not 200",
        "Content-Type is text/html",
        "the answer is no JSON object");
  }

  @Test
  void anEmptyAnswerFails() {
    assertFailed(answer(200, "").judgedBy(ANSWERED), "the answer is no JSON object");
  }

  @Test
  void aRefusalFails() {
    assertFailed(
        answer(200, "{\"success\":false,\"errors\":[{\"code\":2,\"message\":\"Unknown.\"}]}")
            .judgedBy(ANSWERED),
        "success is false error 2 \"Unknown.\", not true without errors");
  }

  @Test
  void successWithAnErrorFails() {
    assertFailed(
        answer(200, "{\"success\":true,\"error\":{\"code\":7,\"message\":\"No.\"}}")
            .judgedBy(ANSWERED),
        "error 7");
  }

  @Test
  void successAsTextFails() {
    assertFailed(answer(200, "{\"success\":\"true\"}").judgedBy(ANSWERED), "success is \"true\"");
  }

  private static Row answer(int status, String answer) {
    return Row.about("CM-1001")
        .sent(Samples.CREATE)
        .confirmed(Samples.CREATE_CONFIRMED, status, answer);
  }

  @Test
  void theSameNumbersAreKept() {
    assertPassed(Samples.modified(Samples.MODIFY).judgedBy(KEPT));
    assertPassed(Samples.cancelled(Samples.CANCEL).judgedBy(KEPT));
    assertPassed(Samples.changed(Samples.MULTI_CHANGE).judgedBy(KEPT));
  }

  @Test
  void anotherNumberIsNotKept() {
    assertFailed(
        modifiedTo(but(Samples.MODIFY_CONFIRMED, "100234", "100235")).judgedBy(KEPT),
        "the number of 01 is 100235, not 100234");
  }

  @Test
  void aNewCodeWithTheOldNumberIsNotKept() {
    assertFailed(
        modifiedTo(but(Samples.MODIFY_CONFIRMED, "\"01\"", "\"02\"")).judgedBy(KEPT),
        "the new reservation 02 has the number 100234 of another");
  }

  @Test
  void numbersCannotBeComparedWithoutTheFirstConfirmation() {
    assertMissing(
        Row.about("CM-1001")
            .after(Row.about("CM-1001").sent(Samples.CREATE))
            .sent(Samples.MODIFY)
            .confirmed(Samples.MODIFY_CONFIRMED)
            .judgedBy(KEPT),
        "the rows before left no confirmed booking");
  }

  private static Row modifiedTo(String confirmation) {
    return Row.about("CM-1001")
        .after(Samples.created())
        .sent(Samples.MODIFY)
        .confirmed(confirmation);
  }

  @Test
  void theExtranetShowsTheNumber() {
    assertPassed(Samples.created().shown(Samples.CREATE_SHOWN).judgedBy(SHOWN));
  }

  @Test
  void aNumberThatWasNotStoredFails() {
    String without = but(Samples.CREATE_SHOWN, "\"100234\"", "null");
    assertFailed(
        Samples.created().shown(without).judgedBy(SHOWN),
        "confirmationNumber of 01 is null, not \"100234\"");
  }

  @Test
  void aBookingStillShownAsSentFails() {
    assertFailed(
        Samples.created().shown(but(Samples.CREATE_SHOWN, "CONFIRMED", "SENT")).judgedBy(SHOWN),
        "status is \"SENT\", not \"CONFIRMED\"");
  }

  @Test
  void aBookingThatIsNotShownFails() {
    assertFailed(
        Samples.created().shown("{\"bookings\":[]}").judgedBy(SHOWN),
        "booking CM-1001 is not shown");
  }

  @Test
  void withoutALookAtTheExtranetNothingIsProven() {
    assertMissing(Samples.created().judgedBy(SHOWN), "the extranet was not looked at");
  }
}
