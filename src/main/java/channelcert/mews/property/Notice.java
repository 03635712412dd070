package channelcert.mews.property;

import java.time.Instant;

/**
 * A mail to the property about a connection.
 *
 * @param code error code that was the reason
 */
public record Notice(Instant writtenAt, int code, String message) {}
