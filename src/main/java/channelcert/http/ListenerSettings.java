package channelcert.http;

import channelcert.exchange.Recorder;
import channelcert.http.watch.RequestObserver;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How a listener behaves.
 *
 * @param host address to bind, for example {@code 127.0.0.1}
 * @param port port to bind; 0 takes a free one
 * @param maxBodyBytes largest request body; one byte more is refused as soon as it arrives
 * @param bodyDeadline time in which the head of a first request, and then each body, has to arrive
 * @param recorder takes note of every request to an address that a resource serves; {@link
 *     Recorder#NONE} where nobody wants to know
 * @param operations names the operation of such an address (its path with the leading slash) for
 *     the recorder
 * @param observer is told of every request when it is over
 * @param maxStreamedBytes the same as {@code maxBodyBytes} for addresses whose resource takes
 *     {@link StreamedJson}
 */
public record ListenerSettings(
    String host,
    int port,
    long maxBodyBytes,
    Duration bodyDeadline,
    FaultForm faultForm,
    Recorder recorder,
    Clock clock,
    UnaryOperator<String> operations,
    RequestObserver observer,
    long maxStreamedBytes) {
  /** Operations are named after the last segment of their published address. */
  public ListenerSettings(
      String host,
      int port,
      long maxBodyBytes,
      Duration bodyDeadline,
      FaultForm faultForm,
      Recorder recorder,
      Clock clock) {
    this(
        host,
        port,
        maxBodyBytes,
        bodyDeadline,
        faultForm,
        recorder,
        clock,
        ListenerSettings::publishedOperation,
        RequestObserver.NONE,
        maxBodyBytes);
  }

  /** Loopback, 25 MB bodies, 30 s for a body, the published fault form, no recording. */
  public static ListenerSettings loopback(int port, Clock clock) {
    return new ListenerSettings(
        "127.0.0.1",
        port,
        25L << 20,
        Duration.ofSeconds(30),
        new PublishedFaultForm(),
        Recorder.NONE,
        clock);
  }

  public ListenerSettings withRecorder(Recorder recorder) {
    return new ListenerSettings(
        host,
        port,
        maxBodyBytes,
        bodyDeadline,
        faultForm,
        recorder,
        clock,
        operations,
        observer,
        maxStreamedBytes);
  }

  public ListenerSettings withFaultForm(FaultForm faultForm) {
    return new ListenerSettings(
        host,
        port,
        maxBodyBytes,
        bodyDeadline,
        faultForm,
        recorder,
        clock,
        operations,
        observer,
        maxStreamedBytes);
  }

  /** The same with other limits of a request body. */
  public ListenerSettings withBodyLimits(long maxBodyBytes, Duration bodyDeadline) {
    return new ListenerSettings(
        host,
        port,
        maxBodyBytes,
        bodyDeadline,
        faultForm,
        recorder,
        clock,
        operations,
        observer,
        maxBodyBytes);
  }

  /** The same with another limit for bodies that are read entry by entry. */
  public ListenerSettings withStreamedLimit(long maxStreamedBytes) {
    return new ListenerSettings(
        host,
        port,
        maxBodyBytes,
        bodyDeadline,
        faultForm,
        recorder,
        clock,
        operations,
        observer,
        maxStreamedBytes);
  }

  /** The same with another way to name the operation of an address. */
  public ListenerSettings withOperations(UnaryOperator<String> operations) {
    return new ListenerSettings(
        host,
        port,
        maxBodyBytes,
        bodyDeadline,
        faultForm,
        recorder,
        clock,
        operations,
        observer,
        maxStreamedBytes);
  }

  /** The same with somebody who is told of every request. */
  public ListenerSettings withObserver(RequestObserver observer) {
    return new ListenerSettings(
        host,
        port,
        maxBodyBytes,
        bodyDeadline,
        faultForm,
        recorder,
        clock,
        operations,
        observer,
        maxStreamedBytes);
  }

  /**
   * The operation of a published address: the proxied ones carry no name, every other one ends in
   * it.
   */
  public static String publishedOperation(String path) {
    return switch (path) {
      case "/v1/push/0426f19b66715a93", "/v1/push/b2721c9a0351d553" -> "processGroup";
      case "/v1/push/4ef00bba562b5622", "/v1/push/9eaa344245feed7f" -> "processAvailabilityBlock";
      default -> path.substring(path.lastIndexOf('/') + 1);
    };
  }
}
