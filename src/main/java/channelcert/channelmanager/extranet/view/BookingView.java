package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.incoming.IncomingBooking;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.reservation.Booking;
import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.LoggedError;
import channelcert.channelmanager.reservation.SentMessage;
import channelcert.http.page.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking that was made here.
 *
 * @param definition newest content; absent when only a cancellation is known
 * @param changed what Mews made of it; absent when Mews changed nothing
 * @param form the change as it is typed
 * @param rows rows of stays in the form
 */
public record BookingView(
    Booking booking,
    @Nullable BookingDefinition definition,
    @Nullable IncomingBooking changed,
    List<SentMessage> messages,
    List<LoggedError> errors,
    List<Pair> pairs,
    Form form,
    int rows) {

  /** The number that Mews gave a reservation; empty while it has none. */
  public String number(String code) {
    return booking.reservations().stream()
        .filter(each -> each.code().equals(code))
        .map(each -> each.confirmationNumber() == null ? "" : each.confirmationNumber())
        .findFirst()
        .orElse("");
  }

  /** The reservations that are cancelled. */
  public List<String> cancelled() {
    return booking.reservations().stream()
        .filter(each -> each.cancelled())
        .map(each -> each.code())
        .toList();
  }
}
