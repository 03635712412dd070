package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One push that was looked at.
 *
 * @param refusals what is wrong with it; none when it is to be stored
 * @param responseUrl where its outcome is confirmed afterwards; absent for a final answer
 */
public record Receipt(
    long connectionId,
    PushKind kind,
    String messageId,
    Instant at,
    List<Refusal> refusals,
    @Nullable String responseUrl) {
  /** By what a repetition is known. */
  public record Id(long connectionId, PushKind kind, String messageId) {}

  /** By what a repetition is known. */
  public Id id() {
    return new Id(connectionId, kind, messageId);
  }
}
