package channelcert.channelmanager;

import channelcert.channelmanager.access.Access;
import channelcert.channelmanager.mapping.Gate;
import channelcert.exchange.Recorder;
import channelcert.http.Draining;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The reference channel manager: one listener with the published operations at {@code /<operation>}
 * and the driver at {@code /driver/<operation>}, and a worker that sends bookings.
 */
public final class ChannelManagerSide implements Draining {
  /** Names of everything that {@link #waiting} counts. */
  public static final Set<String> WAITING = BacklogStore.NAMES;

  /** What is answered with code 1 during maintenance, for the list of system errors. */
  public static final String MAINTENANCE_MESSAGE = Gate.MAINTENANCE;

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final Duration BODY_DEADLINE = Duration.ofSeconds(30);
  private static final long MAX_BODY = 25L << 20;

  private final Parts parts;
  private final @Nullable Worker worker;
  private final Listener listener;
  private final BacklogStore backlog;

  private ChannelManagerSide(
      Parts parts, @Nullable Worker worker, Listener listener, BacklogStore backlog) {
    this.parts = parts;
    this.worker = worker;
    this.listener = listener;
    this.backlog = backlog;
  }

  /**
   * Starts the side.
   *
   * @throws IllegalStateException when the port cannot be bound, naming it
   */
  public static ChannelManagerSide start(ChannelManagerSettings settings) {
    Parts parts = new Parts(settings);
    @Nullable Worker worker =
        settings.workerRunning()
            ? Worker.start("channel manager worker", parts.rounds()::tick, pause(settings))
            : null;
    AtomicReference<URI> self = new AtomicReference<>();
    try {
      Listener listener =
          Listener.start(
              listenerSettings(settings),
              parts.resources(
                  worker == null ? () -> {} : worker::wake,
                  () -> Objects.requireNonNull(self.get())));
      self.set(listener.uri());
      return new ChannelManagerSide(parts, worker, listener, new BacklogStore(settings.database()));
    } catch (RuntimeException fault) {
      parts.close();
      if (worker != null) {
        worker.close();
      }
      throw fault;
    }
  }

  /** Root address, without a trailing slash. */
  public URI url() {
    return listener.uri();
  }

  /** Address of every published operation that is served, by its name in the candidate file. */
  public Map<String, URI> endpoints() {
    Map<String, URI> endpoints = new TreeMap<>();
    for (String operation :
        List.of(
            "updateAvailability",
            "updatePrices",
            "updateRestrictions",
            "confirmGroup",
            "processGroup",
            "processAvailabilityBlock",
            "processAvailabilityBlockConfirmation")) {
      endpoints.put(operation, at(operation));
    }
    endpoints.put("changeNotification", at("changeNotificaton"));
    return endpoints;
  }

  /** Address of the driver, without a trailing slash. */
  public URI driverUrl() {
    return at("driver");
  }

  /** Address of the extranet, for a browser. */
  public URI extranetUrl() {
    return at("extranet");
  }

  /** Whether somebody can log in to the extranet. */
  public boolean hasPassword() {
    return parts.access().hasPassword();
  }

  /**
   * Sets the password of the extranet; everybody has to log in again unless it is the same.
   *
   * @throws IllegalArgumentException when it is too short
   */
  public void choosePassword(String password) {
    parts.access().choosePassword(password);
  }

  /**
   * Refuses a password that could not be chosen.
   *
   * @throws IllegalArgumentException saying what it needs
   */
  public static void checkPassword(String password) {
    Access.checkPassword(password);
  }

  /** Sends bookings of a connection again that Mews refused for a reason outside of them. */
  public void releaseBookings(long connectionId) {
    parts.releaseBookings(connectionId);
  }

  /**
   * Does what is due now: sends bookings, fetches configurations.
   *
   * @return whether there was anything to do
   */
  public boolean tick() {
    return parts.rounds().tick();
  }

  /** How much waits to be sent to Mews, by name. */
  public Map<String, Long> waiting() {
    return backlog.counts();
  }

  @Override
  public void lastAnswers() {
    listener.lastAnswers();
  }

  /**
   * Lets the worker end its round as well; what is left waits in the database for the next start.
   */
  @Override
  public void drain(Duration atMost) {
    listener.drain(atMost);
    if (worker != null) {
      worker.finish(atMost);
    }
  }

  @Override
  public void close() {
    listener.close();
    parts.close();
    if (worker != null) {
      worker.close();
    }
  }

  private URI at(String path) {
    return URI.create(listener.uri() + "/" + path);
  }

  private static Duration pause(ChannelManagerSettings settings) {
    return settings.retry().compareTo(LONGEST_PAUSE) < 0 ? settings.retry() : LONGEST_PAUSE;
  }

  private static ListenerSettings listenerSettings(ChannelManagerSettings settings) {
    return new ListenerSettings(
            settings.host(),
            settings.port(),
            MAX_BODY,
            BODY_DEADLINE,
            new ChannelManagerFaultForm(),
            Recorder.NONE,
            settings.clock())
        .withObserver(settings.surroundings().observer())
        .withStreamedLimit(settings.surroundings().maxPushBytes());
  }
}
