package channelcert.mews.message;

import org.jspecify.annotations.Nullable;

/**
 * A message to queue for the channel managers of a property.
 *
 * @param operation published name; only connections with an address for it are told
 * @param subject booking or block, by the name that Mews gave it
 * @param content the message without tokens, ids and codes, as JSON
 * @param only the connection that is told; absent: all
 * @param except the connection that is not told, because it knows; absent: none
 */
public record NewOutgoing(
    String operation,
    String propertyId,
    String subject,
    String content,
    @Nullable String only,
    @Nullable String except) {}
