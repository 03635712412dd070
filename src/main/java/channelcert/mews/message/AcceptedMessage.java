package channelcert.mews.message;

/**
 * A message that was accepted and waits to be processed.
 *
 * @param id grows with the order of arrival
 * @param operation published name of the operation that took it
 * @param subject what it is about, by the channel manager's name of the booking or block
 * @param content the message without secrets
 */
public record AcceptedMessage(
    long id,
    String connectionToken,
    String messageId,
    String operation,
    String subject,
    String content) {}
