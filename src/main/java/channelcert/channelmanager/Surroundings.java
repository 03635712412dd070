package channelcert.channelmanager;

import channelcert.exchange.Recorder;
import channelcert.http.watch.RequestObserver;

/**
 * How a channel manager is run and watched.
 *
 * @param asynchronous whether pushes are only accepted at first and confirmed afterwards, for every
 *     connection that does not say otherwise
 * @param observer is told of every request
 * @param calls takes note of every call to Mews
 * @param maxPushBytes largest body of a push; memory does not grow with it
 */
public record Surroundings(
    boolean asynchronous, RequestObserver observer, Recorder calls, long maxPushBytes) {
  /** How large a push may be where nobody says otherwise. */
  public static final long USUAL_PUSH_BYTES = 25L << 20;

  /** Takes pushes of the usual size. */
  public Surroundings(boolean asynchronous, RequestObserver observer, Recorder calls) {
    this(asynchronous, observer, calls, USUAL_PUSH_BYTES);
  }

  /** Final answers, watched by nobody. */
  public static final Surroundings USUAL =
      new Surroundings(false, RequestObserver.NONE, Recorder.NONE);
}
