package channelcert.management;

import channelcert.exchange.Recorder;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The management listener of a process that has nothing to control, only to show. */
public final class ManagementSide implements AutoCloseable {
  private static final long LONGEST_BODY = 1 << 16;
  private static final Duration BODY_DEADLINE = Duration.ofSeconds(5);

  private final Listener listener;

  private ManagementSide(Listener listener) {
    this.listener = listener;
  }

  /**
   * Starts the listener.
   *
   * @param port port to bind; 0 takes a free one
   * @throws IllegalStateException when the port cannot be bound
   */
  public static ManagementSide start(String host, int port, List<Object> resources, Clock clock) {
    return new ManagementSide(
        Listener.start(
            new ListenerSettings(
                host,
                port,
                LONGEST_BODY,
                BODY_DEADLINE,
                new ManagementFaultForm(),
                Recorder.NONE,
                clock),
            resources));
  }

  /** Root address, without a trailing slash. */
  public URI url() {
    return listener.uri();
  }

  @Override
  public void close() {
    listener.close();
  }
}
