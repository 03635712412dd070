package channelcert.http;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps what it is told, as it is told. */
final class RecordedExchanges implements Recorder {
  record Recorded(
      Direction direction,
      String operation,
      String method,
      URI url,
      Body request,
      int status,
      @Nullable String contentType,
      Body answer,
      @Nullable String failure) {}

  final List<Recorded> all = new CopyOnWriteArrayList<>();
  final List<String> started = new CopyOnWriteArrayList<>();

  @Override
  public Open start(
      Direction direction, String operation, String method, URI url, Instant startedAt) {
    started.add(operation);
    return new Open() {
      @Override
      public void answered(Body request, int status, @Nullable String contentType, Body answer) {
        all.add(
            new Recorded(
                direction, operation, method, url, request, status, contentType, answer, null));
      }

      @Override
      public void failed(Body request, String reason) {
        all.add(
            new Recorded(direction, operation, method, url, request, 0, null, Body.EMPTY, reason));
      }
    };
  }

  /** The only exchange. */
  Recorded only() {
    if (all.size() != 1) {
      throw new AssertionError("not one exchange but " + all);
    }
    return all.getFirst();
  }
}
