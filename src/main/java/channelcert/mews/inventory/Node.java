package channelcert.mews.inventory;

import channelcert.http.JsonCaller;
import java.time.Duration;

/**
 * This process among those that push. It renews its lease in time, and knows by a clock that nobody
 * can turn whether the lease may be over, for example after the process had been stopped.
 */
final class Node {
  private static final Duration LEASE = Duration.ofSeconds(15);

  /** What was allowed to leave leaves within this, or not at all. */
  private static final Duration MARGIN = JsonCaller.LONGEST_START.plusSeconds(1);

  private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(5);

  private final String id;
  private final NodeStore store;
  private volatile long renewed;

  /** Enters the processes that push. */
  Node(String id, NodeStore store) {
    this.id = id;
    this.store = store;
    this.renewed = System.nanoTime();
    store.enter(id);
  }

  String id() {
    return id;
  }

  /** Renews the lease when it is time; answers false, since that is no work. */
  boolean live() {
    long now = System.nanoTime();
    if (now - renewed > BETWEEN_RENEWALS.toNanos()) {
      store.renew(id);
      renewed = now;
    }
    return false;
  }

  /** Whether nobody can have taken over what this process works on. */
  boolean holdsLease() {
    return System.nanoTime() - renewed < LEASE.minus(MARGIN).toNanos();
  }

  void leave() {
    store.leave(id);
  }
}
