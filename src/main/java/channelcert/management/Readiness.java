package channelcert.management;

import channelcert.store.Database;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whether the process may be sent work. Safe for many threads. */
public final class Readiness {
  private final Map<String, Database> databases = new ConcurrentHashMap<>();
  private volatile boolean started;
  private volatile boolean draining;

  /** What the process can do at the moment. */
  enum State {
    /** It may be sent work. */
    UP,
    /** It is stopping. */
    DRAINING,
    /** It cannot work. */
    DOWN
  }

  /**
   * A state with its reason.
   *
   * @param reason absent while the state is UP
   */
  record Seen(State state, @Nullable String reason) {}

  /**
   * Counts a database in; its migrations are done.
   *
   * @param part whose database it is
   */
  public void needs(String part, Database database) {
    databases.put(part, database);
  }

  /** Every part is served. */
  public void started() {
    started = true;
  }

  /** The process is going to stop. */
  public void draining() {
    draining = true;
  }

  Seen look() {
    if (draining) {
      return new Seen(State.DRAINING, "The process is stopping; send new work to another one.");
    }
    if (!started) {
      return new Seen(State.DOWN, "The process is still starting.");
    }
    for (Map.Entry<String, Database> needed : databases.entrySet()) {
      if (!needed.getValue().answers()) {
        return new Seen(
            State.DOWN,
            "The database of "
                + needed.getKey()
                + " does not answer; look at its server, and at the log of this process.");
      }
    }
    return new Seen(State.UP, null);
  }
}
