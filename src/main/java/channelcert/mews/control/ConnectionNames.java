package channelcert.mews.control;

import channelcert.exchange.Masking;
import channelcert.mews.property.ConnectionDetails;
import java.util.List;

/** Finds a connection by its token, or by the masked form of it that answers show. */
final class ConnectionNames {
  private static final String MASKED = "masked:";

  private final ControlStore store;

  ConnectionNames(ControlStore store) {
    this.store = store;
  }

  /**
   * The token of the connection.
   *
   * @throws ControlRefusal when none, or more than one, is meant
   */
  String token(String named) {
    return details(named).token();
  }

  /** The connection itself; refuses as {@link #token} does. */
  ConnectionDetails details(String named) {
    return store
        .connection(named.startsWith(MASKED) ? unmasked(named) : named)
        .orElseThrow(() -> unknown(named));
  }

  /**
   * The token of a connection that is not deleted.
   *
   * @throws ControlRefusal as {@link #token} does, and when the connection was deleted
   */
  String editable(String named) {
    String token = token(named);
    if (store.isDeleted(token)) {
      throw ControlRefusal.conflict(
          "The connection " + Masking.token(token) + " was deleted; connect makes a new one.");
    }
    return token;
  }

  private String unmasked(String masked) {
    List<String> found =
        store.tokens(null).stream().filter(token -> Masking.token(token).equals(masked)).toList();
    if (found.size() > 1) {
      throw ControlRefusal.conflict(
          "More than one connection is shown as " + masked + "; name it by its token.");
    }
    if (found.isEmpty()) {
      throw unknown(masked);
    }
    return found.getFirst();
  }

  private static ControlRefusal unknown(String named) {
    return ControlRefusal.notFound(
        "There is no connection "
            + Masking.token(named)
            + "; listConnections shows those that exist.");
  }
}
