package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.mapping.Profile;
import java.util.List;

/**
 * A page of connections.
 *
 * @param after number to begin the next page after; 0 when there is none
 */
public record ConnectionsView(String search, List<Line> lines, long after) {
  /** A connection. */
  public record Line(Profile profile, boolean asynchronous, String blocked) {}
}
