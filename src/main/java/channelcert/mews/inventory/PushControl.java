package channelcert.mews.inventory;

import java.util.List;

/** What may be done with the pushes of a connection, and what can be seen of them. */
public interface PushControl {
  /** Holds every message to the connection back until {@link #resume}; changes are kept. */
  void hold(String connectionToken);

  /** Lets messages to the connection leave again. */
  void resume(String connectionToken);

  /** Ends the pauses after failures, so that what waits leaves now. */
  void deltaNow(String connectionToken);

  /** Each kind that was ever pushed on the connection, in the order of a cycle. */
  List<LaneState> lanes(String connectionToken);

  /** The last messages to the connection, the newest first. */
  List<PushedMessage> messages(String connectionToken, int atMost);
}
