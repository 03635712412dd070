package channelcert.certification.verdict.reservation;

import static channelcert.certification.verdict.reservation.FindingAssert.assertFailed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertMissing;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassed;
import static channelcert.certification.verdict.reservation.Row.AFTER_CREATE;
import static channelcert.certification.verdict.reservation.Row.BOOKING;
import static channelcert.certification.verdict.reservation.Row.but;

import channelcert.certification.verdict.Check;
import org.junit.jupiter.api.Test;

class ModificationChecksTest {
  private static final Check SAME_BOOKING = ModificationChecks.sameBooking(BOOKING, AFTER_CREATE);
  private static final Check SAME_CODES = ModificationChecks.sameCodes(BOOKING, AFTER_CREATE);
  private static final Check CHANGED = ModificationChecks.changed(BOOKING, AFTER_CREATE);
  private static final Check STORED = StoredChecks.stored(BOOKING);

  @Test
  void theSameIdentifierIsTheSameBooking() {
    assertPassed(Samples.modified(Samples.MODIFY).judgedBy(SAME_BOOKING));
  }

  @Test
  void anotherIdentifierIsAnotherBooking() {
    assertFailed(
        Samples.modified(but(Samples.MODIFY, "\"CM-1001\"", "\"CM-1001-v2\""))
            .judgedBy(SAME_BOOKING),
        "channelManagerId is \"CM-1001-v2\", not \"CM-1001\"");
  }

  @Test
  void theSameCodeIsTheSameReservation() {
    assertPassed(Samples.modified(Samples.MODIFY).judgedBy(SAME_CODES));
  }

  @Test
  void anotherCodeIsAnotherReservation() {
    assertFailed(
        Samples.modified(but(Samples.MODIFY, "\"code\":\"01\"", "\"code\":\"02\""))
            .judgedBy(SAME_CODES),
        "reservations is a list with the codes [02], not [01]");
  }

  @Test
  void aLongerStayIsAChange() {
    assertPassed(Samples.modified(Samples.MODIFY).judgedBy(CHANGED));
  }

  @Test
  void theOldDefinitionInAnotherNotationIsNoChange() {
    String again = but(but(Samples.CREATE, "120.00", "120"), "\"state\":1", "\"state\":2");
    assertFailed(
        Samples.modified(but(again, "grp-0001", "grp-0002")).judgedBy(CHANGED),
        "all reservations [01] are as before");
  }

  @Test
  void aModificationWithoutACreationProvesNothing() {
    assertMissing(
        Row.about("CM-1001").sent(Samples.MODIFY).judgedBy(CHANGED),
        "the rows before left no confirmed booking");
  }

  @Test
  void theBookingIsStoredAsSent() {
    assertPassed(Samples.created().stored(Samples.CREATE_STORED).judgedBy(STORED));
  }

  @Test
  void theOldStayStillStoredFails() {
    assertFailed(
        Samples.modified(Samples.MODIFY).stored(Samples.CREATE_STORED).judgedBy(STORED),
        "stored 01.to is \"2027-03-03\", not \"2027-03-04\"",
        "stored 01.nightsGross[2] is absent, not 135.50");
  }

  @Test
  void aCorrectedAmountFails() {
    assertFailed(
        Samples.created()
            .stored(but(Samples.CREATE_STORED, "[120.00,", "[119.99,"))
            .judgedBy(STORED),
        "stored 01.nightsGross[0] is 119.99, not 120.00");
  }

  @Test
  void anotherNumberOfGuestsFails() {
    String alone =
        but(
            Samples.CREATE_STORED,
            "{\"code\":\"Adult\",\"count\":2},{\"code\":\"Child\",\"count\":1}",
            "{\"code\":\"Adult\",\"count\":2}");
    assertFailed(
        Samples.created().stored(alone).judgedBy(STORED),
        "stored 01.guestCounts is {Adult=2}, not {Adult=2, Child=1}");
  }

  @Test
  void aBookingThatIsNotStoredProvesNothing() {
    assertMissing(
        Samples.created().stored("{\"groups\":[],\"warnings\":[]}").judgedBy(STORED),
        "Mews has stored no booking \"CM-1001\"");
  }
}
