package channelcert.channelmanager.reservation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the error log.
 *
 * @param operation published name
 * @param reference the booking it is about, absent when it is about none
 * @param code published error code, absent when there was no answer
 */
public record LoggedError(
    Instant at,
    String operation,
    @Nullable String reference,
    @Nullable Integer code,
    String message) {}
