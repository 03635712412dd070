package channelcert.pact;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pact as its consumer states it.
 *
 * @param all in the order of the file
 */
record Promises(String consumer, String provider, List<Promise> all) {
  /** Mews relies on a channel manager. */
  static final Promises OF_CHANNEL_MANAGER =
      new Promises(
          "mews",
          "channel-manager",
          joined(
              Stream.of(
                  PushPromises.accepted(),
                  PushPromises.acceptedForLater(),
                  PushPromises.refused(),
                  PushPromises.pairsNotSold(),
                  PushPromises.kindsOff(),
                  PushPromises.connectionOff(),
                  PushPromises.maintenance(),
                  PushPromises.malformed(),
                  DeliveryPromises.confirmations(),
                  OldFormPromises.ofChannelManager(),
                  DeliveryPromises.notifications(),
                  DeliveryPromises.groups(),
                  DeliveryPromises.blocks(),
                  DeliveryPromises.strangers())));

  /** A channel manager relies on Mews. */
  static final Promises OF_MEWS =
      new Promises(
          "channel-manager",
          "mews",
          joined(
              Stream.of(
                  ReadingPromises.properties(),
                  ReadingPromises.configuration(),
                  ReadingPromises.inventory(),
                  ReadingPromises.confirmations(),
                  ReadingPromises.outcomes(),
                  BookingPromises.groups(),
                  BookingPromises.variants(),
                  BookingPromises.processingErrors(),
                  BookingPromises.blocks(),
                  OldFormPromises.ofMews(),
                  BookingPromises.refused(),
                  BookingPromises.strangers(),
                  ReadingPromises.replacement())));

  static List<Promises> both() {
    return List.of(OF_CHANNEL_MANAGER, OF_MEWS);
  }

  /** Name of the file. */
  String file() {
    return consumer + "-" + provider + ".json";
  }

  private static List<Promise> joined(Stream<List<Promise>> parts) {
    return parts.flatMap(Collection::stream).toList();
  }
}
