package channelcert.journey.share;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that shows a case.
 *
 * @param number in the case, from 1
 * @param by name of who made it
 * @param revokedAt absent while it was not revoked
 */
public record ShareLink(
    String caseId,
    int number,
    String by,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    boolean withComments) {
  /** Whether it shows anything. */
  public boolean isOpen(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
