package channelcert.mews.property;

import java.util.List;

/** The channels that Mews knows; new ones come last. */
@FunctionalInterface
public interface Channels {
  List<KnownChannel> known();

  /** A channel with its mapping code. */
  record KnownChannel(int code, String name) {}
}
