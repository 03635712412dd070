package channelcert.mews.property;

import channelcert.mews.inventory.InventoryKind;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * A connection as the Mews side works with it.
 *
 * @param endpoints the registered address of each operation, by its published name
 * @param enabledKinds kinds of inventory that are pushed
 * @param active whether the connection as a whole is switched on
 * @param receivesDependentRates whether dependent rates are sent as rules instead of priced out
 * @param takesReservations whether bookings of the channel manager are taken
 */
public record ConnectionDetails(
    String token,
    String propertyId,
    String channelManagerName,
    String tokenTowardsMews,
    String tokenTowardsChannelManager,
    Map<String, URI> endpoints,
    boolean certifiedForSources,
    int horizonDays,
    int chunkDays,
    int maxItems,
    Set<InventoryKind> enabledKinds,
    boolean active,
    boolean receivesDependentRates,
    boolean takesReservations) {
  /** A connection that is sent prices only and sends bookings. */
  public ConnectionDetails(
      String token,
      String propertyId,
      String channelManagerName,
      String tokenTowardsMews,
      String tokenTowardsChannelManager,
      Map<String, URI> endpoints,
      boolean certifiedForSources,
      int horizonDays,
      int chunkDays,
      int maxItems,
      Set<InventoryKind> enabledKinds,
      boolean active) {
    this(
        token,
        propertyId,
        channelManagerName,
        tokenTowardsMews,
        tokenTowardsChannelManager,
        endpoints,
        certifiedForSources,
        horizonDays,
        chunkDays,
        maxItems,
        enabledKinds,
        active,
        false,
        true);
  }
}
