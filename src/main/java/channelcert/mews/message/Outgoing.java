package channelcert.mews.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complete definition of a booking or block on its way to a channel manager.
 *
 * @param id grows with the order in which messages of a connection were queued
 * @param operation published name
 * @param subject booking or block, by the name that Mews gave it
 * @param content the message without tokens, ids and codes, as JSON
 * @param messageId of the latest attempt; absent before the first one
 * @param freshId whether the next attempt takes a new message id, because the latest was accepted
 * @param attempts how often it was sent
 * @param dueAt next attempt; after an acceptance, the end of the time for the confirmation
 * @param lastProblem why the latest attempt failed
 */
public record Outgoing(
    long id,
    String connectionToken,
    String operation,
    String subject,
    String content,
    State state,
    @Nullable String messageId,
    boolean freshId,
    int attempts,
    Instant dueAt,
    @Nullable String lastProblem) {

  /** What the message is about, in words. */
  String named() {
    return (operation.equals("processGroup") ? "booking " : "availability block ") + subject;
  }

  /** How far a message is. */
  public enum State {
    WAITING,
    /** Taken by the channel manager, which has not confirmed it yet. */
    ACCEPTED,
    /** Confirmed. */
    DELIVERED,
    /** Refused for good; the property was told. */
    REFUSED,
    /** A cancellation of what the channel manager never knew. */
    NEEDLESS
  }
}
