package channelcert.mews.message;

import channelcert.mews.inventory.Retries;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages whose time has come, outside any transaction. Connections are served side by side,
 * so that one that hangs holds up no other.
 */
public final class OutgoingDelivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutgoingDelivery.class);

  /** How long a process that vanished keeps a message; a call that takes longer is repeated. */
  private static final Duration LEASE = Duration.ofSeconds(25);

  private final Connections connections;
  private final OutgoingStore store;
  private final Map<String, OutgoingSender> senders;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Retries retries;
  private final boolean waiting;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Wires the work.
   *
   * @param ids gives message ids
   * @param waiting whether a tick waits for the answers to what it sends
   */
  public OutgoingDelivery(
      Database database,
      Connections connections,
      List<OutgoingSender> senders,
      Clock clock,
      Supplier<String> ids,
      Retries retries,
      boolean waiting) {
    this.connections = connections;
    this.store = new OutgoingStore(database);
    this.senders =
        senders.stream().collect(Collectors.toMap(OutgoingSender::operation, Function.identity()));
    this.clock = clock;
    this.ids = ids;
    this.retries = retries;
    this.waiting = waiting;
  }

  /** Starts what is due on every connection that is not busy; answers whether anything was. */
  public boolean tick() {
    List<Future<?>> started = new ArrayList<>();
    store.due(clock.instant()).stream()
        .collect(Collectors.groupingBy(Outgoing::connectionToken))
        .forEach(
            (connection, messages) -> {
              if (busy.add(connection)) {
                started.add(threads.submit(() -> serve(connection, messages)));
              }
            });
    if (waiting) {
      started.forEach(OutgoingDelivery::await);
    }
    return !started.isEmpty();
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(String connection, List<Outgoing> messages) {
    try {
      messages.forEach(this::advance);
    } catch (RuntimeException fault) {
      if (!threads.isShutdown()) {
        LOG.error("Messages for a connection cannot be sent; trying again", fault);
      }
    } finally {
      busy.remove(connection);
    }
  }

  private void advance(Outgoing message) {
    if (message.state() == Outgoing.State.ACCEPTED) {
      String problem = "it was not confirmed within " + retries.confirmation();
      store.postpone(message, afterFailure(message), problem);
      return;
    }
    Optional<Access.Granted> access = connections.find(message.connectionToken());
    URI address =
        access.map(found -> found.connection().endpoints().get(message.operation())).orElse(null);
    if (access.isEmpty() || address == null || !access.get().connection().active()) {
      String problem =
          "the connection is switched off, or has no address for " + message.operation();
      store.postpone(message, clock.instant().plus(retries.afterRefusal()), problem);
      return;
    }
    String known = message.messageId();
    String messageId = known == null || message.freshId() ? ids.get() : known;
    store
        .claim(message, messageId, clock.instant().plus(LEASE))
        .ifPresent(taken -> attempt(access.get(), address, taken));
  }

  private void attempt(Access.Granted access, URI address, Outgoing message) {
    CodeStore.Codes codes = store.codes(message);
    switch (sender(message).send(access.connection(), address, message, codes)) {
      case OutgoingResult.Accepted() ->
          store.accepted(message, clock.instant().plus(retries.confirmation()));
      case OutgoingResult.Needless() -> store.needless(message);
      case OutgoingResult.Failed(OutgoingFailure failure) -> failed(message, failure);
    }
  }

  private void failed(Outgoing message, OutgoingFailure failure) {
    Instant now = clock.instant();
    switch (failure.reaction()) {
      case RETRY -> store.postpone(message, afterFailure(message), failure.reason());
      case HOLD -> store.hold(message, failure, now.plus(retries.afterRefusal()), now);
      case GIVE_UP ->
          store.refuse(
              message, failure, sender(message).rest(message.content(), failure.refusals()), now);
    }
  }

  private OutgoingSender sender(Outgoing message) {
    return Objects.requireNonNull(senders.get(message.operation()), message.operation());
  }

  private Instant afterFailure(Outgoing message) {
    return clock.instant().plus(retries.afterFailure(Math.max(1, message.attempts())));
  }

  /** Gives up what is being sent. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
