package channelcert.mews.control;

import channelcert.mews.MewsControl;
import channelcert.store.Database;
import java.time.Clock;
import java.util.List;

/**
 * How the management listener runs.
 *
 * @param host address to bind
 * @param port port to bind; 0 takes a free one
 * @param token the control token, sent by callers as a bearer token
 * @param mews the Mews side that is controlled
 * @param database its open database
 * @param journal the recorder of the Mews side, for reading messages
 * @param open resources that need no token: health, readiness and metrics of the process
 */
public record ControlSettings(
    String host,
    int port,
    String token,
    MewsControl mews,
    Database database,
    Journal journal,
    List<Object> open,
    Clock clock) {
  /** Without the token, so that no log can show it. */
  @Override
  public String toString() {
    return "ControlSettings[" + host + ":" + port + "]";
  }
}
