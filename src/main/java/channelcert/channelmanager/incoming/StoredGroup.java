package channelcert.channelmanager.incoming;

import java.util.List;

/**
 * What is stored of a booking from Mews.
 *
 * @param reference our code of it
 * @param own whether it was first made here, and Mews changed it
 * @param content newest definition that Mews sent, as JSON without tokens
 */
public record StoredGroup(
    String reference,
    boolean own,
    boolean cancelled,
    List<StoredLine> reservations,
    String content) {

  /** A reservation with both identifiers. */
  public record StoredLine(String number, String code, boolean cancelled) {}
}
