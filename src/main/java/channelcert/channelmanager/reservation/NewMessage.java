package channelcert.channelmanager.reservation;

import java.time.Instant;

/**
 * A message about a booking that is to be stored and sent.
 *
 * @param body JSON without tokens and card
 * @param createdAt when it was written
 * @param dueAt when others than the node that made it may send it
 */
record NewMessage(
    String messageId, String reference, String body, Instant createdAt, Instant dueAt) {}
