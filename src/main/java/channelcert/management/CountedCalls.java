package channelcert.management;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.watch.Outcomes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Times the calls that are made and passes everything on.
 *
 * @param made directions of calls; what is received is counted where it is received
 */
record CountedCalls(Recorder next, Set<Direction> made, Count count) implements Recorder {
  /** Takes note of one call. */
  interface Count {
    void add(String operation, String outcome, Duration took);
  }

  @Override
  public Open start(
      Direction direction, String operation, String method, URI url, Instant startedAt) {
    Open open = next.start(direction, operation, method, url, startedAt);
    return made.contains(direction) ? new Counted(open, operation) : open;
  }

  private final class Counted implements Open {
    private final Open open;
    private final String operation;
    private final long began = System.nanoTime();

    private Counted(Open open, String operation) {
      this.open = open;
      this.operation = operation;
    }

    @Override
    public void answered(
        Body requestBody, int status, @Nullable String contentType, Body responseBody) {
      open.answered(requestBody, status, contentType, responseBody);
      count.add(operation, Outcomes.of(status, responseBody.bytes()), took());
    }

    @Override
    public void failed(Body requestBody, String reason) {
      open.failed(requestBody, reason);
      count.add(operation, Outcomes.BROKEN, took());
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - began);
    }
  }
}
