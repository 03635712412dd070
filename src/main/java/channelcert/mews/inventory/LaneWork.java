package channelcert.mews.inventory;

import channelcert.contract.Caller;
import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.inventory.PushStore.Ended;
import channelcert.mews.inventory.PushStore.Mark;
import channelcert.mews.inventory.RefusalStore.Reaction;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on a claimed lane: plans a cycle, sends its messages one after the other and notes the end.
 * Nothing is sent inside a transaction, and nothing once the lease may be over.
 */
final class LaneWork {
  private static final Logger LOG = LoggerFactory.getLogger(LaneWork.class);

  private final Connections connections;
  private final PushStore store;
  private final MessageStore messages;
  private final RefusalStore refusals;
  private final Awaiting awaiting;
  private final PushPlan plan;
  private final PushSender sender;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Retries retries;
  private final Node node;
  private final Map<Lane, Cycle> cycles = new ConcurrentHashMap<>();

  LaneWork(
      Database database,
      Connections connections,
      Caller caller,
      Clock clock,
      Supplier<String> ids,
      Supplier<URI> mewsUrl,
      Retries retries,
      Node node) {
    this.connections = connections;
    this.store = new PushStore(database);
    this.messages = new MessageStore(database);
    this.refusals = new RefusalStore(database);
    this.awaiting = new Awaiting(store, messages, refusals, connections, clock, retries);
    this.plan = new PushPlan(store, new InventoryStore(database), clock);
    this.sender = new PushSender(caller, mewsUrl);
    this.clock = clock;
    this.ids = ids;
    this.retries = retries;
    this.node = node;
  }

  /** Works on a lane to an end; a fault of our own pauses it. */
  void run(Claim claim) {
    try {
      advance(claim);
    } catch (RuntimeException e) {
      LOG.error(
          "{} updates cannot be sent on a connection; trying again later", claim.lane().kind(), e);
      Cycle cycle = cycles.get(claim.lane());
      Ended ended = store.pause(claim, later(claim));
      if (cycle != null) {
        noted(cycle, ended);
      }
    } finally {
      cycles.remove(claim.lane());
    }
  }

  /** Ends the cycles of a connection before their next message. */
  void cancel(String connectionToken) {
    cycles.forEach(
        (lane, cycle) -> {
          if (lane.connectionToken().equals(connectionToken)) {
            cycle.cancel();
          }
        });
  }

  private void advance(Claim claim) {
    if (!awaiting.goesOn(claim)) {
      return;
    }
    List<Mark> marks = store.marks(claim.lane());
    Optional<Access.Granted> access = connections.find(claim.lane().connectionToken());
    if (access.isEmpty()) {
      store.giveBack(claim);
      return;
    }
    Cycle cycle = plan.plan(claim, marks, access.get());
    cycles.put(claim.lane(), cycle);
    send(cycle, access.get());
  }

  private void send(Cycle cycle, Access.Granted access) {
    while (!cycle.isDone()) {
      String messageId = ids.get();
      if (!mayLeave(cycle, messageId)) {
        noted(cycle, store.keep(cycle));
        return;
      }
      if (!sendNext(cycle, access, messageId)) {
        return;
      }
    }
    noted(cycle, store.acknowledge(cycle));
  }

  private boolean mayLeave(Cycle cycle, String messageId) {
    return !cycle.isCancelled()
        && node.holdsLease()
        && messages.remember(cycle.claim(), messageId, clock.instant(), cycle.message().size())
        && node.holdsLease();
  }

  /** Sends one message; answers whether the cycle goes on. */
  private boolean sendNext(Cycle cycle, Access.Granted access, String messageId) {
    Lane lane = cycle.claim().lane();
    Outcome outcome =
        sender.send(cycle.connection(), access.property(), lane.kind(), messageId, cycle.message());
    cycle.answered(new Sent(messageId, clock.instant(), outcome.inWords()));
    switch (outcome) {
      case Outcome.Delivered _ -> {
        cycle.taken();
        return true;
      }
      case Outcome.Accepted _ -> {
        cycle.taken();
        noted(cycle, store.await(cycle, messageId, clock.instant().plus(retries.confirmation())));
      }
      case Outcome.Refused(List<Refusal> reasons) -> refuse(cycle, reasons);
      case Outcome.Unreachable(String reason) ->
          refuse(cycle, List.of(Refusal.of(ErrorCode.SYSTEM_ERROR, reason)));
    }
    return false;
  }

  private void refuse(Cycle cycle, List<Refusal> reasons) {
    Instant now = clock.instant();
    InventoryKind kind = cycle.claim().lane().kind();
    Reaction reaction = refusals.apply(cycle.connection(), kind, cycle.keys(), reasons, now);
    Ended ended =
        switch (reaction) {
          case SEND_THE_REST -> store.keep(cycle);
          case PAUSE -> store.fail(cycle, now.plus(retries.afterRefusal()));
          case RETRY -> store.fail(cycle, later(cycle.claim()));
        };
    noted(cycle, ended);
    if (reaction == Reaction.RETRY && ended == Ended.NOTED && cycle.claim().failures() == 0) {
      refusals.tellOfDelay(cycle.connection(), kind, reasons, now);
    }
  }

  /**
   * Where another node had taken the lane over, what this one has sent since may have arrived after
   * newer values, so it is sent once more by whoever has the lane.
   */
  private void noted(Cycle cycle, Ended ended) {
    if (ended == Ended.LOST && !cycle.left().isEmpty()) {
      store.markAgain(cycle);
    }
  }

  private Instant later(Claim claim) {
    return clock.instant().plus(retries.afterFailure(claim.failures() + 1));
  }
}
