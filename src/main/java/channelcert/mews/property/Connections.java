package channelcert.mews.property;

import java.util.Optional;

/** Finds connections and checks tokens; the door of every operation of the Mews side. */
public interface Connections {
  /**
   * Code 8 for an unknown client token or a connection of another client, code 3 for one that is
   * switched off.
   */
  Access authenticate(String clientToken, String connectionToken);

  /** The connection with its property, for the side that acts first. */
  Optional<Access.Granted> find(String connectionToken);
}
