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
 */
public record Surroundings(boolean asynchronous, RequestObserver observer, Recorder calls) {
  /** Final answers, watched by nobody. */
  public static final Surroundings USUAL =
      new Surroundings(false, RequestObserver.NONE, Recorder.NONE);
}
