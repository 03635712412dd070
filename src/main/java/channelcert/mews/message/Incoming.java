package channelcert.mews.message;

import channelcert.mews.inventory.Retries;
import channelcert.mews.property.Connections;
import channelcert.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes accepted messages one after the other, in the order of their arrival whatever they are
 * about, and reports the results. Safe for many threads.
 */
public final class Incoming {
  private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
  private static final int AT_ONCE = 100;

  private final AcceptedStore accepted;
  private final Map<String, MessageHandler> handlers;
  private final ConfirmationDelivery delivery;
  private final ReentrantLock ticking = new ReentrantLock();

  /**
   * Wires the work.
   *
   * @param retries pauses before a result is reported again
   */
  public Incoming(
      Database database,
      Connections connections,
      Clock clock,
      Retries retries,
      List<MessageHandler> handlers) {
    this.accepted = new AcceptedStore(database);
    this.handlers =
        handlers.stream().collect(Collectors.toMap(MessageHandler::operation, Function.identity()));
    this.delivery =
        new ConfirmationDelivery(
            connections, new ConfirmationStore(database), this::handler, clock, retries);
  }

  /**
   * Processes accepted messages and sends the results whose time has come, each once; answers
   * whether there was anything to do.
   */
  public boolean tick() {
    ticking.lock();
    try {
      boolean processed = processWaiting();
      boolean sent = delivery.sendDue();
      return processed || sent;
    } finally {
      ticking.unlock();
    }
  }

  private boolean processWaiting() {
    int processed = 0;
    Optional<AcceptedMessage> next = accepted.next();
    while (next.isPresent() && processed < AT_ONCE) {
      process(next.get());
      processed++;
      next = accepted.next();
    }
    return processed > 0;
  }

  private void process(AcceptedMessage message) {
    MessageHandler handler = handler(message.operation());
    try {
      handler.process(message);
    } catch (RuntimeException fault) {
      LOG.error("{} {} could not be processed", message.operation(), message.subject(), fault);
      handler.giveUp(message);
    }
  }

  private MessageHandler handler(String operation) {
    return Objects.requireNonNull(handlers.get(operation), operation);
  }
}
