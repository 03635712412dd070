package channelcert.exchange;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of every exchange of a run. Implementations mask secrets before anything is kept. Safe
 * for many threads.
 */
public interface Recorder {
  /** Keeps nothing; for servers that run without a certification. */
  Recorder NONE =
      (direction, operation, method, url, startedAt) ->
          new Open() {
            @Override
            public void answered(
                Body requestBody, int status, @Nullable String contentType, Body responseBody) {}

            @Override
            public void failed(Body requestBody, String reason) {}
          };

  /**
   * A request starts or has arrived; its number in the run is taken now. Exactly one method of the
   * result is called later.
   */
  Open start(Direction direction, String operation, String method, URI url, Instant startedAt);

  /** Two recorders as one. */
  static Recorder both(Recorder one, Recorder other) {
    return (direction, operation, method, url, startedAt) ->
        new OpenTwice(
            one.start(direction, operation, method, url, startedAt),
            other.start(direction, operation, method, url, startedAt));
  }

  /** A request that two recorders take note of. */
  record OpenTwice(Open one, Open other) implements Open {
    @Override
    public void answered(
        Body requestBody, int status, @Nullable String contentType, Body responseBody) {
      one.answered(requestBody, status, contentType, responseBody);
      other.answered(requestBody, status, contentType, responseBody);
    }

    @Override
    public void failed(Body requestBody, String reason) {
      one.failed(requestBody, reason);
      other.failed(requestBody, reason);
    }
  }

  /** A request without its answer yet. */
  interface Open {
    void answered(Body requestBody, int status, @Nullable String contentType, Body responseBody);

    void failed(Body requestBody, String reason);
  }
}
