package channelcert.mews.message;

import channelcert.mews.inventory.Retries;
import channelcert.mews.message.ConfirmationStore.Outcome;
import channelcert.mews.message.ConfirmationStore.Waiting;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends results whose time has come, outside any transaction: a crash between sending and noting it
 * makes the channel manager see a result twice, never not at all.
 */
final class ConfirmationDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(ConfirmationDelivery.class);

  private static final int CONNECTION_NOT_FOUND = 3;

  private final Connections connections;
  private final ConfirmationStore store;
  private final Function<String, MessageHandler> handlers;
  private final Clock clock;
  private final Retries retries;

  /**
   * Wires the work.
   *
   * @param handlers the handler of an operation
   */
  ConfirmationDelivery(
      Connections connections,
      ConfirmationStore store,
      Function<String, MessageHandler> handlers,
      Clock clock,
      Retries retries) {
    this.connections = connections;
    this.store = store;
    this.handlers = handlers;
    this.clock = clock;
    this.retries = retries;
  }

  /** Sends what is due, connections side by side; answers whether anything was. */
  boolean sendDue() {
    List<Waiting> due = store.due(clock.instant());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.stream()
          .collect(Collectors.groupingBy(Waiting::connectionToken))
          .values()
          .forEach(ofConnection -> threads.execute(() -> ofConnection.forEach(this::send)));
    }
    return !due.isEmpty();
  }

  private void send(Waiting waiting) {
    Optional<Access.Granted> access = connections.find(waiting.connectionToken());
    SentResult result =
        access.isEmpty()
            ? new SentResult.Refused(CONNECTION_NOT_FOUND, "the connection is gone")
            : handlers
                .apply(waiting.operation())
                .report(access.get().connection(), waiting.content());
    String subject = waiting.subject();
    switch (result) {
      case SentResult.Delivered() -> store.finish(waiting.id(), Outcome.DELIVERED);
      case SentResult.Refused(int code, String reason) -> {
        LOG.warn("The confirmation of {} was refused: {}", subject, reason);
        store.refuse(waiting, clock.instant(), code, reason);
      }
      case SentResult.Retry(String reason) -> {
        Duration pause = retries.afterFailure(waiting.attempts() + 1);
        LOG.info("The confirmation of {} waits {}: {}", subject, pause, reason);
        store.postpone(waiting.id(), clock.instant().plus(pause));
      }
    }
  }
}
