package channelcert.channelmanager.incoming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as Mews sent it.
 *
 * @param reference our code of the booking; absent when Mews does not know it
 * @param reservations none cancels the booking as a whole
 * @param content the message without tokens, as JSON
 */
record GroupMessage(
    String messageId,
    String responseUrl,
    @Nullable String reference,
    List<Line> reservations,
    String content) {
  private static final String CONFIRMATION = "processGroupConfirmation";

  /**
   * A reservation of the booking.
   *
   * @param number Mews' number of it
   * @param code our code of it; absent when Mews does not know it
   */
  record Line(String number, @Nullable String code, boolean cancelled) {}

  Received received() {
    return new Received(messageId, responseUrl, CONFIRMATION);
  }

  List<String> numbers() {
    return reservations.stream().map(Line::number).toList();
  }
}
