package channelcert.mews.property;

import channelcert.contract.Caller;
import channelcert.contract.Reply;
import channelcert.contract.channelmanager.ChangeNotificationRequest;
import channelcert.contract.channelmanager.ChangeNotificationType;
import channelcert.contract.channelmanager.client.NotificationClient;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.property.NotificationStore.Waiting;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells channel managers that something changed, as well as it can: three times at most, and not
 * again after a refusal.
 */
public final class NotificationSender {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationSender.class);

  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  /** Longer than a call may take, so that no two processes make the same attempt. */
  private static final Duration LEASE = Duration.ofSeconds(90);

  /** The published spelling, and the one that many register. */
  private static final List<String> OPERATIONS =
      List.of(NotificationClient.CHANGE_NOTIFICATON.id(), "changeNotification");

  private final NotificationStore store;
  private final Connections connections;
  private final NotificationClient client;
  private final Clock clock;

  public NotificationSender(
      Database database, Connections connections, Caller caller, Clock clock) {
    this.store = new NotificationStore(database);
    this.connections = connections;
    this.client = new NotificationClient(caller);
    this.clock = clock;
  }

  /** Sends what is due, connections side by side; answers whether there was anything. */
  public boolean tick() {
    List<Waiting> due = store.due(clock.instant());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.stream()
          .collect(Collectors.groupingBy(Waiting::connectionToken))
          .values()
          .forEach(ofConnection -> threads.execute(() -> ofConnection.forEach(this::sendSafely)));
    }
    return !due.isEmpty();
  }

  /**
   * Waits until the channel manager was told everything about a connection once, whether it
   * listened or not, or the time is over; answers whether it was.
   */
  public boolean awaitTold(String connectionToken, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (store.isUntried(connectionToken, clock.instant().plus(PAUSES.getFirst()))) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return true;
  }

  private void sendSafely(Waiting notification) {
    try {
      if (store.claim(notification, clock.instant().plus(LEASE))) {
        send(notification);
        store.release(notification);
      }
    } catch (RuntimeException e) {
      LOG.error("A change notification cannot be sent; trying again later", e);
    }
  }

  private void send(Waiting notification) {
    Optional<ConnectionDetails> connection =
        connections.find(notification.connectionToken()).map(Access.Granted::connection);
    Optional<URI> address = connection.flatMap(NotificationSender::address);
    if (address.isEmpty() || isSettled(call(connection.get(), address.get(), notification))) {
      store.remove(notification);
    } else if (notification.attempts() < PAUSES.size()) {
      Duration pause = PAUSES.get(notification.attempts());
      store.postpone(notification, clock.instant().plus(pause));
    } else {
      store.remove(notification);
    }
  }

  private static Optional<URI> address(ConnectionDetails connection) {
    return OPERATIONS.stream()
        .flatMap(operation -> Stream.ofNullable(connection.endpoints().get(operation)))
        .findFirst();
  }

  private Reply<SimpleResponse> call(
      ConnectionDetails connection, URI address, Waiting notification) {
    return client.changeNotificaton(
        address,
        ChangeNotificationRequest.builder()
            .clientToken(connection.tokenTowardsChannelManager())
            .connectionToken(connection.token())
            .type(ChangeNotificationType.of(notification.type()))
            .build());
  }

  private static boolean isSettled(Reply<SimpleResponse> reply) {
    return switch (reply) {
      case Reply.Failed<SimpleResponse> _ -> false;
      case Reply.Answered<SimpleResponse> answered ->
          Boolean.TRUE.equals(answered.body().success())
              || AnswerMapper.refusals(answered.body().errors(), answered.body().error()).stream()
                  .noneMatch(refusal -> refusal.code() == ErrorCode.SYSTEM_ERROR);
    };
  }
}
