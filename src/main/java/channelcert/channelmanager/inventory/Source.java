package channelcert.channelmanager.inventory;

import java.time.Instant;

/**
 * A message that set a stored value.
 *
 * @param messageId as Mews gave it, unique within its kind of push and connection
 * @param at when it was taken, to the second
 */
public record Source(String messageId, Instant at) {}
