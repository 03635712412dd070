package channelcert.channelmanager.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks every message from Mews before its content: maintenance, tokens, connection. */
public final class Gate {
  /** What is answered during maintenance. */
  public static final String MAINTENANCE =
      "The channel manager is in maintenance. Send the message again later.";

  private final ConnectionStore connections;
  private final byte[] clientToken;

  /**
   * Makes a gate.
   *
   * @param clientToken what Mews has to present
   */
  public Gate(ConnectionStore connections, String clientToken) {
    this.connections = connections;
    this.clientToken = clientToken.getBytes(StandardCharsets.UTF_8);
  }

  /** For messages that only make sense while the connection is active. */
  public Admission admitActive(String presentedClientToken, String connectionToken) {
    return active(admit(presentedClientToken, connectionToken));
  }

  /** The same for the one message whose documented form has no client token. */
  public Admission admitActive(String connectionToken) {
    return active(found(connections.inMaintenance(), () -> connections.find(connectionToken)));
  }

  /** The same, for a connection that was looked up before; absent when nobody knows it. */
  public Admission admitActive(
      String presentedClientToken, boolean inMaintenance, Optional<Connection> connection) {
    return active(admit(presentedClientToken, inMaintenance, () -> connection));
  }

  private static Admission active(Admission admitted) {
    return switch (admitted) {
      case Admission.Admitted(Connection connection) when !connection.active() ->
          refused(
              RefusalCode.CONNECTION_INACTIVE,
              "The connection is deactivated in the extranet. Activate it under Connections, then"
                  + " ask Mews for a full update.");
      case Admission other -> other;
    };
  }

  /** For messages that are also taken while the connection is inactive. */
  public Admission admit(String presentedClientToken, String connectionToken) {
    return admit(
        presentedClientToken, connections.inMaintenance(), () -> connections.find(connectionToken));
  }

  private Admission admit(
      String presentedClientToken, boolean inMaintenance, Supplier<Optional<Connection>> lookup) {
    if (!inMaintenance && !isClientToken(presentedClientToken)) {
      return refused(
          RefusalCode.AUTHENTICATION,
          "The client token is not the one that Mews and this channel manager agreed on. Check the"
              + " client token in the settings of the integration.");
    }
    return found(inMaintenance, lookup);
  }

  private static Admission found(boolean inMaintenance, Supplier<Optional<Connection>> lookup) {
    if (inMaintenance) {
      return refused(RefusalCode.SYSTEM, MAINTENANCE);
    }
    return lookup
        .get()
        .<Admission>map(Admission.Admitted::new)
        .orElseGet(
            () ->
                refused(
                    RefusalCode.AUTHENTICATION,
                    "The connection token belongs to no connection of this channel manager. Set the"
                        + " connection up in the extranet under Connections."));
  }

  /** Whether this is the token by which Mews is known; takes the same time for every answer. */
  public boolean isClientToken(String presented) {
    return MessageDigest.isEqual(clientToken, presented.getBytes(StandardCharsets.UTF_8));
  }

  private static Admission refused(RefusalCode code, String message) {
    return new Admission.Refused(Refusal.of(code, message));
  }
}
