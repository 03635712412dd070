package channelcert.channelmanager.selling;

import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.BookingHistoryStore;
import channelcert.channelmanager.reservation.DefinitionMapper;
import channelcert.channelmanager.reservation.SentMessage;
import java.util.Optional;

/** What a booking consists of, from the messages about it. */
public final class BookingContents {
  private BookingContents() {}

  /** The newest definition; for a cancelled booking the one before its cancellation. */
  public static Optional<BookingDefinition> newest(
      BookingHistoryStore bookings, long connectionId, String reference) {
    return bookings.messages(connectionId, reference).stream()
        .map(SentMessage::body)
        .flatMap(body -> DefinitionMapper.read(body).stream())
        .findFirst();
  }
}
