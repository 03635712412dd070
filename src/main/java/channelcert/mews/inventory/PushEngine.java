package channelcert.mews.inventory;

import channelcert.contract.Caller;
import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.inventory.PushStore.Mark;
import channelcert.mews.inventory.RefusalStore.Reaction;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes what is marked, at its own pace: {@link #tick} is one pass over all connections. On each
 * connection and kind one message is in flight at a time, and nothing is sent inside a transaction.
 * Marks go only when what they stand for is accepted and processed, so nothing is lost when the
 * program stops.
 */
public final class PushEngine {
  private static final Logger LOG = LoggerFactory.getLogger(PushEngine.class);

  /** How long a discard waits for the answer to a message that has left already. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

  private final Connections connections;
  private final PushStore store;
  private final MessageStore messages;
  private final RefusalStore refusals;
  private final HorizonStore horizons;
  private final PushPlan plan;
  private final PushSender sender;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Retries retries;
  private final ReentrantLock sending = new ReentrantLock();
  private final Map<Lane, Cycle> cycles = new ConcurrentHashMap<>();

  /**
   * Makes an engine.
   *
   * @param ids source of message ids
   * @param mewsUrl root address of the Mews side as channel managers must call it
   */
  public PushEngine(
      Database database,
      Connections connections,
      Caller caller,
      Clock clock,
      Supplier<String> ids,
      Supplier<URI> mewsUrl,
      Retries retries) {
    this.connections = connections;
    this.store = new PushStore(database);
    this.messages = new MessageStore(database);
    this.refusals = new RefusalStore(database);
    this.horizons = new HorizonStore(database, clock);
    this.plan = new PushPlan(store, new InventoryStore(database), clock);
    this.sender = new PushSender(caller, mewsUrl);
    this.clock = clock;
    this.ids = ids;
    this.retries = retries;
  }

  /** Sends what is due on every connection; answers whether anything was done. */
  public boolean tick() {
    boolean worked = horizons.extend();
    for (Lane lane : store.due(clock.instant())) {
      worked |= advanceSafely(lane);
    }
    return worked;
  }

  /** A fault of our own on one lane does not stop the others. */
  private boolean advanceSafely(Lane lane) {
    sending.lock();
    try {
      return advance(lane);
    } catch (RuntimeException e) {
      LOG.error("{} updates cannot be sent on a connection; trying again later", lane.kind(), e);
      cycles.remove(lane);
      store.pause(lane, clock.instant(), retries::afterFailure);
      return false;
    } finally {
      sending.unlock();
    }
  }

  /**
   * Forgets what was planned for a connection, since its marks were discarded, and lets a message
   * in flight come to its end.
   */
  public void forget(String connectionToken) {
    cycles.keySet().removeIf(lane -> lane.connectionToken().equals(connectionToken));
    try {
      if (sending.tryLock(IN_FLIGHT.toMillis(), TimeUnit.MILLISECONDS)) {
        sending.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean advance(Lane lane) {
    Optional<Access.Granted> access = connections.find(lane.connectionToken());
    if (access.isEmpty()) {
      return false;
    }
    Cycle cycle = cycles.computeIfAbsent(lane, key -> plan.plan(lane, access.get()));
    Cycle.Awaited awaited = cycle.awaited();
    if (awaited != null) {
      return confirmed(lane, access.get(), cycle, awaited);
    }
    send(lane, access.get(), cycle);
    return true;
  }

  private void send(Lane lane, Access.Granted access, Cycle cycle) {
    while (!cycle.isDone() && cycles.get(lane) == cycle) {
      String messageId = ids.get();
      messages.remember(lane, messageId, clock.instant());
      Outcome outcome =
          sender.send(
              cycle.connection(), access.property(), lane.kind(), messageId, cycle.message());
      if (outcome instanceof Outcome.Accepted) {
        cycle.await(messageId, clock.instant().plus(retries.confirmation()));
        return;
      }
      if (!settle(lane, cycle, outcome)) {
        return;
      }
    }
    finish(lane, cycle);
  }

  private void finish(Lane lane, Cycle cycle) {
    store.acknowledge(lane, cycle.marks());
    cycles.remove(lane, cycle);
  }

  /** Looks for the confirmation of a message; answers whether there was anything to do. */
  private boolean confirmed(Lane lane, Access.Granted access, Cycle cycle, Cycle.Awaited awaited) {
    Optional<Outcome> outcome =
        messages.outcome(lane, awaited.messageId()).map(Confirmations::read);
    if (outcome.isPresent()) {
      if (settle(lane, cycle, outcome.get())) {
        send(lane, access, cycle);
      }
      return true;
    }
    if (awaited.expired()) {
      cycles.remove(lane, cycle);
      return true;
    }
    if (clock.instant().isBefore(awaited.deadline())) {
      return false;
    }
    cycle.expire(awaited);
    store.pause(lane, clock.instant(), retries::afterFailure);
    return true;
  }

  /** Takes the outcome of the message in flight; answers whether the cycle goes on. */
  private boolean settle(Lane lane, Cycle cycle, Outcome outcome) {
    switch (outcome) {
      case Outcome.Delivered _ -> cycle.delivered();
      case Outcome.Accepted _ -> throw new IllegalStateException("a confirmation is awaited");
      case Outcome.Refused refused -> refuse(lane, cycle, refused.refusals());
      case Outcome.Unreachable fault ->
          refuse(lane, cycle, List.of(Refusal.of(ErrorCode.SYSTEM_ERROR, fault.reason())));
    }
    return outcome instanceof Outcome.Delivered;
  }

  private void refuse(Lane lane, Cycle cycle, List<Refusal> reasons) {
    Instant now = clock.instant();
    Reaction reaction = refusals.apply(cycle.connection(), lane.kind(), cycle.keys(), reasons, now);
    List<Mark> rest = PushPlan.rest(cycle);
    switch (reaction) {
      case SEND_THE_REST -> store.keep(lane, cycle.marks(), rest);
      case PAUSE -> store.fail(lane, cycle.marks(), rest, now, failures -> retries.afterRefusal());
      case RETRY -> {
        if (store.fail(lane, cycle.marks(), rest, now, retries::afterFailure) == 1) {
          refusals.tellOfDelay(cycle.connection(), lane.kind(), reasons, now);
        }
      }
    }
    cycles.remove(lane, cycle);
  }
}
