package channelcert.mews.reservation;

/**
 * A message that was accepted and waits to be processed.
 *
 * @param id grows with the order of arrival
 * @param content the message without secrets
 */
record AcceptedMessage(
    long id, String connectionToken, String messageId, String channelManagerId, String content) {}
