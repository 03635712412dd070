package channelcert.channelmanager.reservation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message about a booking, sent or on its way.
 *
 * @param sequenceNumber messages of a connection in the order in which they were written
 * @param attempts how often it was tried
 * @param createdAt when it was written; absent for very old ones
 * @param dueAt when it is tried again, while it is pending
 * @param body JSON without tokens and card
 */
public record SentMessage(
    long sequenceNumber,
    String messageId,
    MessageState state,
    int attempts,
    @Nullable Instant createdAt,
    Instant dueAt,
    String body) {}
