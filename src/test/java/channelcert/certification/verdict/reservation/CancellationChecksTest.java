package channelcert.certification.verdict.reservation;

import static channelcert.certification.verdict.reservation.FindingAssert.assertFailed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertMissing;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassedWithNote;
import static channelcert.certification.verdict.reservation.Row.AFTER_CREATE;
import static channelcert.certification.verdict.reservation.Row.BOOKING;
import static channelcert.certification.verdict.reservation.Row.but;

import channelcert.certification.verdict.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationChecksTest {
  private static final Check WHOLE = CancellationChecks.whole(BOOKING);
  private static final Check CANCELLED = CancellationChecks.cancelled(BOOKING);
  private static final Check RETURNED =
      CancellationChecks.availabilityReturned(BOOKING, AFTER_CREATE);
  private static final String BEFORE =
      """
      {"availabilities":[{"spaceTypeCode":"DBL","from":"2027-02-27","to":"2027-03-02","availability":6},
       {"spaceTypeCode":"DBL","from":"2027-03-03","to":"2027-03-09","availability":9}]}
      """;
  private static final String AFTER =
      """
      {"availabilities":[{"spaceTypeCode":"DBL","from":"2027-03-01","to":"2027-03-01","availability":7},
       {"spaceTypeCode":"DBL","from":"2027-03-02","to":"2027-03-02","availability":7},
       {"spaceTypeCode":"DBL","from":"2027-03-03","to":"2027-03-09","availability":9}]}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"\"reservations\":[]", "\"reservations\":null", "\"comments\":[]"})
  void noReservationsCancelTheWhole(String reservations) {
    assertPassed(
        Samples.cancelled(but(Samples.CANCEL, "\"reservations\":[]", reservations))
            .judgedBy(WHOLE));
  }

  @Test
  void businessFieldsAreOnlyNoted() {
    assertPassedWithNote(
        Samples.cancelled(
                but(
                    Samples.CANCEL,
                    "\"reservations\"",
                    "\"currencyCode\":\"EUR\",\"reservations\""))
            .judgedBy(WHOLE),
        "a cancellation does not need [currencyCode]");
  }

  @Test
  void cancellingEachReservationIsNotTheWhole() {
    assertFailed(
        Samples.cancelled(
                but(
                    Samples.CANCEL,
                    "\"reservations\":[]",
                    "\"reservations\":[{\"code\":\"01\",\"state\":3}]"))
            .judgedBy(WHOLE),
        "reservations is a list of 1, not absent, null or empty");
  }

  @Test
  void aStoredCancellationPasses() {
    assertPassed(
        Samples.cancelled(Samples.CANCEL)
            .stored(but(Samples.CREATE_STORED, "\"ACTIVE\"", "\"CANCELLED\""))
            .judgedBy(CANCELLED));
  }

  @Test
  void aBookingThatIsStillActiveFails() {
    assertFailed(
        Samples.cancelled(Samples.CANCEL).stored(Samples.CREATE_STORED).judgedBy(CANCELLED),
        "state is \"ACTIVE\", not \"CANCELLED\"",
        "the stored active reservations is [01], not none");
  }

  @Test
  void theNightsOfTheStayAreReturned() {
    assertPassed(
        Row.about("CM-1001")
            .after(Samples.created())
            .sellable(BEFORE)
            .sent(Samples.CANCEL)
            .confirmed(Samples.CANCEL_CONFIRMED)
            .sellable(AFTER)
            .judgedBy(RETURNED));
  }

  @Test
  void aNightThatIsNotReturnedFails() {
    assertFailed(
        Row.about("CM-1001")
            .after(Samples.created())
            .sellable(BEFORE)
            .sent(Samples.CANCEL)
            .confirmed(Samples.CANCEL_CONFIRMED)
            .sellable(
                but(
                    AFTER,
                    "\"2027-03-02\",\"availability\":7",
                    "\"2027-03-02\",\"availability\":6"))
            .judgedBy(RETURNED),
        "availability of DBL on 2027-03-02 is 6 after 6, not 7");
  }

  @Test
  void withoutALookBeforeNothingIsProven() {
    assertMissing(
        Samples.cancelled(Samples.CANCEL).sellable(AFTER).judgedBy(RETURNED),
        "not looked at before and after");
  }
}
