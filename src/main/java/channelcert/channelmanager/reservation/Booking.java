package channelcert.channelmanager.reservation;

import java.util.List;

/**
 * A stored booking.
 *
 * @param lastMessageId the newest message about it
 * @param reservations in the order of their codes, cancelled ones included
 */
public record Booking(
    String reference,
    String channelId,
    BookingStatus status,
    String lastMessageId,
    List<BookedReservation> reservations) {

  List<String> codes() {
    return reservations.stream().map(BookedReservation::code).toList();
  }

  boolean isCancelled() {
    return reservations.stream().allMatch(BookedReservation::cancelled);
  }
}
