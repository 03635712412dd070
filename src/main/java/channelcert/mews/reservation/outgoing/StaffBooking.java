package channelcert.mews.reservation.outgoing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff want of a booking, always complete: a reservation that is not listed any more is
 * cancelled.
 *
 * @param customer owner of the booking in the published form of a customer; needs {@code lastName}
 * @param booker who booked, in the same form; absent when that is the customer
 * @param blockNumber Mews' number of the availability block from which the booking takes; that of a
 *     booking of a channel manager stays as it is
 */
public record StaffBooking(
    JsonNode customer,
    @Nullable JsonNode booker,
    List<String> comments,
    List<StaffReservation> reservations,
    @Nullable String blockNumber) {
  /** A booking that takes from no block. */
  public StaffBooking(
      JsonNode customer,
      @Nullable JsonNode booker,
      List<String> comments,
      List<StaffReservation> reservations) {
    this(customer, booker, comments, reservations, null);
  }
}
