package channelcert.channelmanager.extranet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page says after something was done; only these sentences can be said by an address. */
final class Notices {
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("saved", "The settings are saved."),
          Map.entry(
              "mapped", "The mapping is saved. Ask Mews for a full update if pairs were added."),
          Map.entry(
              "connected", "The property is connected, and everything that Mews offers is mapped."),
          Map.entry("refreshing", "The configuration is being fetched from Mews."),
          Map.entry("asked", "Mews was asked for a full update; it arrives in the next minutes."),
          Map.entry("booked", "The booking is stored and on its way to Mews."),
          Map.entry("changed", "The change is stored and on its way to Mews."),
          Map.entry("cancelled", "The cancellation is stored and on its way to Mews."),
          Map.entry("released", "What was held is being sent again."),
          Map.entry("on", "Messages are kept from now on."),
          Map.entry("off", "Messages are no longer kept; those that were kept stay."),
          Map.entry("out", "You are logged out."));

  private Notices() {}

  static @Nullable String text(String name) {
    return TEXTS.get(name);
  }
}
