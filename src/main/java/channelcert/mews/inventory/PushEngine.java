package channelcert.mews.inventory;

import static java.util.stream.Collectors.groupingBy;

import channelcert.contract.Caller;
import channelcert.mews.property.Connections;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes what is marked, at its own pace: {@link #tick} claims the lanes on which something is due
 * and has them worked on, connections side by side, the kinds of one connection in their order.
 * Several processes share the lanes of one database. Marks go only when what they stand for is
 * accepted and processed, so nothing is lost when a program stops.
 */
public final class PushEngine implements PushControl, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PushEngine.class);

  /** Lanes in work at once; those that wait for an answer need a thread that costs little. */
  private static final int MOST_LANES = 3000;

  /** Lanes that are claimed at once, so that processes share what is due and none takes it all. */
  private static final int CLAIMED_AT_ONCE = 50;

  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

  /** How long a discard waits for the answer to a message that has left already. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

  private final Connections connections;
  private final LaneStore lanes;
  private final PushStore store;
  private final MessageStore messages;
  private final HorizonStore horizons;
  private final Node node;
  private final LaneWork work;
  private final Clock clock;
  private final Executor executor;
  private final Set<Lane> inWork = ConcurrentHashMap.newKeySet();
  private volatile Instant nextCleaning = Instant.MIN;
  private volatile Runnable whenDone = () -> {};

  /**
   * Makes an engine.
   *
   * @param ids source of message ids
   * @param mewsUrl root address of the Mews side as channel managers must call it
   * @param executor runs the work on connections; one that runs it at once makes a tick wait
   */
  public PushEngine(
      Database database,
      Connections connections,
      Caller caller,
      Clock clock,
      Supplier<String> ids,
      Supplier<URI> mewsUrl,
      Retries retries,
      Executor executor) {
    this.connections = connections;
    this.lanes = new LaneStore(database);
    this.store = new PushStore(database);
    this.messages = new MessageStore(database);
    this.horizons = new HorizonStore(database, clock);
    this.node = new Node(ids.get(), new NodeStore(database));
    this.work = new LaneWork(database, connections, caller, clock, ids, mewsUrl, retries, node);
    this.clock = clock;
    this.executor = executor;
  }

  /** Has what is due sent on every connection; answers whether anything was done. */
  public boolean tick() {
    node.live();
    boolean worked = horizons.extend();
    clean();
    int free = Math.min(CLAIMED_AT_ONCE, MOST_LANES - inWork.size());
    if (free <= 0 || !node.holdsLease()) {
      return worked;
    }
    List<Claim> claims = lanes.claim(node.id(), Set.copyOf(inWork), clock.instant(), free);
    claims.forEach(claim -> inWork.add(claim.lane()));
    claims.stream()
        .collect(groupingBy(claim -> claim.lane().connectionToken()))
        .values()
        .forEach(ofConnection -> executor.execute(() -> workOn(ofConnection)));
    return worked || !claims.isEmpty();
  }

  /** Tells other processes that this one lives; for a thread that nothing holds up. */
  public boolean live() {
    return node.live();
  }

  private void workOn(List<Claim> claims) {
    claims.stream()
        .sorted(Comparator.comparing(claim -> claim.lane().kind()))
        .forEach(this::workOn);
    whenDone.run();
  }

  /** A lane that could not even be given back is claimed once more at the next tick. */
  private void workOn(Claim claim) {
    try {
      work.run(claim);
    } catch (RuntimeException e) {
      LOG.error("The work on a connection came to no end; it begins anew", e);
    } finally {
      inWork.remove(claim.lane());
    }
  }

  /** Has somebody told whenever the work on a connection ended, since more may wait by then. */
  public void whenDone(Runnable listener) {
    whenDone = listener;
  }

  private void clean() {
    Instant now = clock.instant();
    if (!now.isBefore(nextCleaning)) {
      nextCleaning = now.plus(BETWEEN_CLEANINGS);
      messages.forget(now);
    }
  }

  /**
   * Forgets what was planned for a connection, since its marks were discarded, and lets a message
   * in flight come to its end.
   */
  public void forget(String connectionToken) {
    work.cancel(connectionToken);
    long deadline = System.nanoTime() + IN_FLIGHT.toNanos();
    while (isInWork(connectionToken) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private boolean isInWork(String connectionToken) {
    return inWork.stream().anyMatch(lane -> lane.connectionToken().equals(connectionToken));
  }

  @Override
  public void hold(String connectionToken) {
    lanes.hold(propertyOf(connectionToken), connectionToken, true);
    work.cancel(connectionToken);
  }

  @Override
  public void resume(String connectionToken) {
    lanes.hold(propertyOf(connectionToken), connectionToken, false);
  }

  private String propertyOf(String connectionToken) {
    return connections
        .find(connectionToken)
        .orElseThrow(() -> new IllegalArgumentException("there is no such connection"))
        .property()
        .id();
  }

  @Override
  public void deltaNow(String connectionToken) {
    store.resume(connectionToken);
  }

  @Override
  public List<LaneState> lanes(String connectionToken) {
    return lanes.states(connectionToken);
  }

  @Override
  public List<PushedMessage> messages(String connectionToken, int atMost) {
    return messages.last(connectionToken, atMost);
  }

  /** Gives the lanes of this process back to the others; without a database its lease runs out. */
  @Override
  public void close() {
    try {
      node.leave();
    } catch (RuntimeException e) {
      LOG.warn("The lanes of this process are free when its lease is over", e);
    }
  }
}
