package channelcert.mews.property;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to make between a property and a channel manager.
 *
 * @param connectionToken token of the connection; one is chosen when absent
 * @param channelManagerName name of the channel manager
 * @param tokenTowardsMews client token that the channel manager sends to Mews
 * @param tokenTowardsChannelManager client token that Mews sends to the channel manager
 * @param endpoints the registered address of each operation, by its published name; operations
 *     without one are not called
 * @param certifiedForSources whether reservations may name sources unknown to Mews
 * @param horizonDays nights from today on that a full update covers
 * @param chunkDays most nights in one message; intervals are cut there
 * @param maxItems most entries in one message
 */
public record NewConnection(
    @Nullable String connectionToken,
    String propertyId,
    String channelManagerName,
    String tokenTowardsMews,
    String tokenTowardsChannelManager,
    Map<String, URI> endpoints,
    boolean certifiedForSources,
    int horizonDays,
    int chunkDays,
    int maxItems) {}
