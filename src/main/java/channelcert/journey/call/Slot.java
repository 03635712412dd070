package channelcert.journey.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An offered time.
 *
 * @param certifier identifier of who offers it
 * @param certifierName name of who offers it
 * @param caseId the case that booked it; absent while it is free
 */
public record Slot(
    String id, Instant startsAt, String certifier, String certifierName, @Nullable String caseId) {
  /** How long a call is planned to be. */
  public static final Duration LENGTH = Duration.ofMinutes(90);

  public Instant endsAt() {
    return startsAt.plus(LENGTH);
  }
}
