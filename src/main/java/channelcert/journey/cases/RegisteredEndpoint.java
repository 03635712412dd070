package channelcert.journey.cases;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that a partner registered for an operation.
 *
 * @param reachedAt when it was reached last, absent while it never was
 * @param problem what the last probe found wrong, absent when nothing or before the first one
 */
public record RegisteredEndpoint(
    String operation, URI address, @Nullable Instant reachedAt, @Nullable String problem) {}
