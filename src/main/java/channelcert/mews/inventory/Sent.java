package channelcert.mews.inventory;

import java.time.Instant;

/**
 * A message that has left and what came of it at once.
 *
 * @param finishedAt when the answer was there, or the attempt was over
 * @param result in words
 */
record Sent(String messageId, Instant finishedAt, String result) {}
