package channelcert.channelmanager.incoming;

/**
 * A message of Mews that is confirmed later.
 *
 * @param responseUrl where the confirmation goes
 * @param confirmation published name of the operation that takes it
 */
public record Received(String messageId, String responseUrl, String confirmation) {}
