package channelcert.mews.message;

import channelcert.mews.property.ConnectionDetails;

/** What one operation does with the messages that it accepted. */
public interface MessageHandler {
  /** Published name of the operation. */
  String operation();

  /** Stores what the message does and queues its result, in one transaction. */
  void process(AcceptedMessage message);

  /** Queues the result of a message that could not be processed by a fault of our own. */
  void giveUp(AcceptedMessage message);

  /**
   * Sends a result once to the registered address.
   *
   * @param result as it was queued
   */
  SentResult report(ConnectionDetails connection, String result);
}
