package channelcert.fault;

import java.util.Map;

/**
 * An operation of one party; the same name may be hosted by both.
 *
 * @param host who is asked
 * @param operation published name, or the operationId of the driver
 */
public record Endpoint(Party host, String operation) {
  /** The operations that Mews serves behind its card proxy have keys instead of names. */
  private static final Map<String, String> PROXIED =
      Map.of(
          "0426f19b66715a93", "processGroup",
          "b2721c9a0351d553", "processGroup",
          "4ef00bba562b5622", "processAvailabilityBlock",
          "9eaa344245feed7f", "processAvailabilityBlock");

  static final Endpoint UPDATE_AVAILABILITY = of("updateAvailability");
  static final Endpoint UPDATE_PRICES = of("updatePrices");
  static final Endpoint UPDATE_RESTRICTIONS = of("updateRestrictions");
  static final Endpoint CONFIRM_GROUP = of("confirmGroup");
  static final Endpoint READ_ARI = of("readAri");
  static final Endpoint READ_BOOKINGS = of("readBookings");
  static final Endpoint READ_ERROR_LOG = of("readErrorLog");
  static final Endpoint PROCESS_GROUP = new Endpoint(Party.MEWS, "processGroup");

  /** The operation that a path names: its last segment, or what the key of the card proxy means. */
  static Endpoint at(Party host, String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return new Endpoint(host, host == Party.MEWS ? PROXIED.getOrDefault(last, last) : last);
  }

  private static Endpoint of(String operation) {
    return new Endpoint(Party.CANDIDATE, operation);
  }
}
