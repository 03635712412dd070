package channelcert.certification.catalogue.reservation;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.verdict.Basis;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.reservation.AmountChecks;
import channelcert.certification.verdict.reservation.ConfirmationChecks;
import channelcert.certification.verdict.reservation.ContentChecks;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.ModificationChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.certification.verdict.reservation.OrderChecks;
import channelcert.certification.verdict.reservation.PriceSide;
import channelcert.certification.verdict.reservation.ReadBackCheck;
import channelcert.certification.verdict.reservation.StoredChecks;
import java.util.List;
import java.util.Locale;

/**
 * Expectations that many rows about bookings share, added to a row in the order of the events.
 *
 * @param suffix ends every id, for rows about more than one booking
 * @param earlierRows ids of the rows whose booking this one changes, in order
 */
record BookingExpectations(
    CertificationTest.Builder row, NotedBooking booking, String suffix, List<String> earlierRows) {

  /** For a row about one booking. */
  BookingExpectations(
      CertificationTest.Builder row, NotedBooking booking, List<String> earlierRows) {
    this(row, booking, "", earlierRows);
  }

  BookingExpectations wire(String id, String statement, Check check) {
    row.expect(id + suffix, statement, Basis.WIRE, check);
    return this;
  }

  BookingExpectations readBack(String id, String statement, Check check) {
    row.expect(id + suffix, statement, Basis.READ_BACK, check);
    return this;
  }

  /** The message comes and Mews takes it. */
  BookingExpectations arrives() {
    return wire(
            "delivered",
            "The message of the booking reaches Process group",
            DeliveryChecks.delivered(booking))
        .wire(
            "accepted",
            "Mews accepts the message and processes it without error",
            DeliveryChecks.accepted(booking));
  }

  /** The message defines the whole booking, with amounts on one side. */
  BookingExpectations defines(PriceSide side) {
    return wire(
            "complete",
            "The message is a complete definition of the booking",
            ContentChecks.complete(booking))
        .wire(
            "payment-type",
            "The message says who collects the money",
            ContentChecks.paymentType(booking))
        .wire(
            "ordered",
            "Category, rate, days and night amounts are those that were booked",
            OrderChecks.ordered(booking, side))
        .wire(
            "amounts",
            "Every night has its amount, and the totals add up",
            AmountChecks.amounts(booking))
        .wire(
            "amounts-side",
            "All amounts are " + side.field() + " and nothing else",
            AmountChecks.onlySide(booking, side));
  }

  /** A message about a known booking names it as before. */
  BookingExpectations names() {
    return wire(
        "same-booking",
        "The message keeps the channelManagerId of the booking",
        ModificationChecks.sameBooking(booking, earlierRows));
  }

  /** Mews confirms, the candidate takes the confirmation. */
  BookingExpectations isConfirmed() {
    wire(
        "confirmed",
        "Mews confirms every reservation of the booking with a number of its own",
        ConfirmationChecks.confirmed(booking, earlierRows));
    wire(
        "confirmation-answered",
        "The channel manager answers Confirm booking with success",
        ConfirmationChecks.answered(booking));
    return earlierRows.isEmpty()
        ? this
        : wire(
            "numbers-kept",
            "Reservations keep the confirmation numbers of their first confirmation",
            ConfirmationChecks.numbersKept(booking, earlierRows));
  }

  /** Both sides hold the booking afterwards. */
  BookingExpectations isStored() {
    return readBack("stored", "Mews has stored what the message says", StoredChecks.stored(booking))
        .shown("CONFIRMED");
  }

  BookingExpectations shown(String status) {
    return readBack(
        "read-back",
        "The extranet shows the booking as "
            + status.toLowerCase(Locale.ROOT)
            + ", with the confirmation numbers",
        ReadBackCheck.readBack(booking, status));
  }
}
