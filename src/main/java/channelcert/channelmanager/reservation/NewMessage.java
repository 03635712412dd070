package channelcert.channelmanager.reservation;

import java.time.Instant;

/**
 * A message about a booking or block that is to be stored and sent.
 *
 * @param operation published name
 * @param reference of the booking, or code of the block
 * @param body JSON without tokens and card
 * @param createdAt when it was written
 * @param dueAt when others than the node that made it may send it
 */
public record NewMessage(
    String operation,
    String messageId,
    String reference,
    String body,
    Instant createdAt,
    Instant dueAt) {}
