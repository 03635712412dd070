package channelcert.channelmanager.reservation;

/**
 * A message that waits to be sent to Mews.
 *
 * @param sequenceNumber messages of a booking or block leave in this order
 * @param operation published name
 * @param body JSON without tokens and card
 * @param attempts how often it was tried
 */
public record OutgoingMessage(
    long connectionId,
    String connectionToken,
    long sequenceNumber,
    String operation,
    String messageId,
    String reference,
    String body,
    int attempts) {

  /** Without token and body. */
  @Override
  public String toString() {
    return "OutgoingMessage[" + messageId + " of " + reference + "]";
  }
}
