package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.incoming.IncomingBooking;
import channelcert.channelmanager.incoming.StoredGroup;
import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.BookingLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of bookings.
 *
 * @param mews whether those that Mews made are shown, instead of those that were made here
 * @param before where the next page begins; 0 when there is none
 * @param held whether some wait until a person sends them again
 */
public record BookingsView(
    String search,
    boolean mews,
    List<Made> made,
    List<Incoming> incoming,
    long before,
    boolean held) {

  /**
   * A booking that was made here.
   *
   * @param definition absent when only a cancellation is known
   */
  public record Made(BookingLine line, @Nullable BookingDefinition definition) {}

  /** A booking that Mews made. */
  public record Incoming(StoredGroup group, IncomingBooking booking) {}
}
