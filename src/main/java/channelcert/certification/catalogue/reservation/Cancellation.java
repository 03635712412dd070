package channelcert.certification.catalogue.reservation;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.verdict.reservation.CancellationChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import java.util.List;

/** What is expected of the cancellation of a whole booking, whatever was booked. */
final class Cancellation {
  private Cancellation() {}

  static void expectedIn(
      CertificationTest.Builder row, NotedBooking booking, List<String> earlierRows) {
    new BookingExpectations(row, booking, earlierRows)
        .arrives()
        .names()
        .wire(
            "whole",
            "The message names the booking and no reservation",
            CancellationChecks.whole(booking))
        .isConfirmed()
        .readBack(
            "cancelled",
            "Mews holds the booking and all its reservations as cancelled",
            CancellationChecks.cancelled(booking))
        .readBack(
            "availability-returned",
            "The nights of the stays can be sold again",
            CancellationChecks.availabilityReturned(booking, earlierRows))
        .shown("CANCELLED");
  }
}
