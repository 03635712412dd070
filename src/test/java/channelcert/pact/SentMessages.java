package channelcert.pact;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import java.net.URI;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Keeps the bodies of what Mews sends to a channel manager, with the operation. */
final class SentMessages implements Recorder {
  /** One message. */
  record Sent(String operation, String body) {}

  private final Queue<Sent> all = new ConcurrentLinkedQueue<>();

  Queue<Sent> all() {
    return all;
  }

  @Override
  public Open start(
      Direction direction, String operation, String method, URI url, Instant startedAt) {
    if (direction != Direction.MEWS_TO_CANDIDATE) {
      return Recorder.NONE.start(direction, operation, method, url, startedAt);
    }
    return new Open() {
      @Override
      public void answered(
          Body requestBody, int status, @Nullable String contentType, Body responseBody) {
        all.add(new Sent(operation, requestBody.text()));
      }

      @Override
      public void failed(Body requestBody, String reason) {
        all.add(new Sent(operation, requestBody.text()));
      }
    };
  }
}
