package channelcert.certification.verdict.reservation;

import static channelcert.certification.verdict.reservation.FindingAssert.assertFailed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassedWithNote;
import static channelcert.certification.verdict.reservation.Row.AFTER_CREATE;
import static channelcert.certification.verdict.reservation.Row.BOOKING;
import static channelcert.certification.verdict.reservation.Row.but;

import channelcert.certification.verdict.Check;
import org.junit.jupiter.api.Test;

class MultiChecksTest {
  private static final Check THREE = MultiChecks.threeReservations(BOOKING);
  private static final Check RATES = MultiChecks.twoRates(BOOKING);
  private static final Check DIFFER = MultiChecks.nightAmountsDiffer(BOOKING);
  private static final Check SPACE = ChangeChecks.spaceChanged(BOOKING, AFTER_CREATE);
  private static final Check DATES = ChangeChecks.datesChanged(BOOKING, AFTER_CREATE);
  private static final Check THIRD = ChangeChecks.thirdUnchanged(BOOKING, AFTER_CREATE);

  @Test
  void theVectorHasThreeReservationsTwoRatesAndDifferentNights() {
    assertPassed(Samples.multi(Samples.MULTI).judgedBy(THREE));
    assertPassed(Samples.multi(Samples.MULTI).judgedBy(RATES));
    assertPassed(Samples.multi(Samples.MULTI).judgedBy(DIFFER));
  }

  @Test
  void twoReservationsAreNotThree() {
    assertFailed(
        Samples.multi(but(Samples.MULTI, "{\"code\":\"03\"", "{\"state\":3,\"code\":\"03\""))
            .judgedBy(THREE),
        "reservations is a list with the codes [01, 02]");
  }

  @Test
  void aCodeUsedTwiceIsNotThree() {
    assertFailed(
        Samples.multi(but(Samples.MULTI, "\"code\":\"03\"", "\"code\":\"02\"")).judgedBy(THREE),
        "[01, 02, 02]");
  }

  @Test
  void oneRateForAllFails() {
    assertFailed(
        Samples.multi(but(Samples.MULTI, "\"NRF\"", "\"FLX\"")).judgedBy(RATES),
        "reservations[].ratePlanCode is always [FLX]");
  }

  @Test
  void threeRatesPassWithANote() {
    String three =
        but(Samples.MULTI, "\"SGL\",\"ratePlanCode\":\"FLX\"", "\"SGL\",\"ratePlanCode\":\"LST\"");
    assertPassedWithNote(Samples.multi(three).judgedBy(RATES), "exactly two");
  }

  @Test
  void twoEqualNightsFail() {
    assertFailed(
        Samples.multi(but(Samples.MULTI, "{\"gross\":125.00}", "{\"gross\":110.0}"))
            .judgedBy(DIFFER),
        "reservations[1].amounts[2].gross is 110.0, not different");
  }

  @Test
  void equalAmountsInDifferentReservationsPass() {
    assertPassed(
        Samples.multi(but(Samples.MULTI, "{\"gross\":95.00}", "{\"gross\":85.00}"))
            .judgedBy(DIFFER));
  }

  @Test
  void theVectorRemovesLengthensAndRepeats() {
    assertPassed(Samples.changed(Samples.MULTI_CHANGE).judgedBy(SPACE));
    assertPassed(Samples.changed(Samples.MULTI_CHANGE).judgedBy(DATES));
    assertPassed(Samples.changed(Samples.MULTI_CHANGE).judgedBy(THIRD));
  }

  @Test
  void leavingAReservationOutRemovesItToo() {
    assertPassed(
        Samples.changed(but(Samples.MULTI_CHANGE, "{\"code\":\"01\",\"state\":3},", ""))
            .judgedBy(SPACE));
  }

  @Test
  void anAddedReservationIsASpaceChange() {
    assertPassed(
        Samples.changed(but(Samples.MULTI_CHANGE, "\"code\":\"01\",\"state\":3", "\"code\":\"04\""))
            .judgedBy(SPACE));
  }

  @Test
  void allSpacesKeptFails() {
    assertFailed(
        Samples.changed(but(Samples.MULTI_CHANGE, "\"state\":3", "\"state\":2")).judgedBy(SPACE),
        "added [], removed []");
  }

  @Test
  void noOtherDaysFail() {
    String sameDays = but(Samples.MULTI_CHANGE, "\"2027-03-05\"", "\"2027-03-04\"");
    assertFailed(Samples.changed(sameDays).judgedBy(DATES), "other days []");
    assertFailed(Samples.changed(sameDays).judgedBy(THIRD), "changed otherwise [02]");
  }

  @Test
  void aThirdReservationWithAnotherPriceFails() {
    assertFailed(
        Samples.changed(but(Samples.MULTI_CHANGE, "{\"gross\":95}", "{\"gross\":96}"))
            .judgedBy(THIRD),
        "unchanged [], changed otherwise [03]");
  }
}
