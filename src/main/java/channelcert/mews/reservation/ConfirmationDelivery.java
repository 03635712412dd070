package channelcert.mews.reservation;

import channelcert.mews.inventory.Retries;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import channelcert.mews.reservation.ConfirmationSender.Result;
import channelcert.mews.reservation.ConfirmationStore.Outcome;
import channelcert.mews.reservation.ConfirmationStore.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  private final ConfirmationSender sender;
  private final Clock clock;
  private final Retries retries;

  ConfirmationDelivery(
      Connections connections,
      ConfirmationStore store,
      ConfirmationSender sender,
      Clock clock,
      Retries retries) {
    this.connections = connections;
    this.store = store;
    this.sender = sender;
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
    Result result =
        access.isEmpty()
            ? new Result.Refused(CONNECTION_NOT_FOUND, "the connection is gone")
            : sender.send(access.get().connection(), waiting.confirmation());
    String booking = waiting.confirmation().channelManagerId();
    switch (result) {
      case Result.Delivered() -> store.finish(waiting.id(), Outcome.DELIVERED);
      case Result.Refused(int code, String reason) -> {
        LOG.warn("The confirmation of booking {} was refused: {}", booking, reason);
        store.refuse(waiting, clock.instant(), code, reason);
      }
      case Result.Retry(String reason) -> {
        Duration pause = retries.afterFailure(waiting.attempts() + 1);
        LOG.info("The confirmation of booking {} waits {}: {}", booking, pause, reason);
        store.postpone(waiting.id(), clock.instant().plus(pause));
      }
    }
  }
}
