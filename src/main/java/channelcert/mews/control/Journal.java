package channelcert.mews.control;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Masking;
import channelcert.exchange.Recorder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last exchanges of the Mews side in memory, secrets masked before anything is kept, and
 * at most 64 KiB of each body. Safe for many threads.
 */
public final class Journal implements Recorder {
  static final int LONGEST_BODY = 64 << 10;

  private final Clock clock;
  private final int mostExchanges;
  private final int mostBytes;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private int bytes;

  /**
   * Makes an empty journal.
   *
   * @param mostExchanges the oldest is forgotten when there is one more
   * @param mostBytes the oldest are forgotten when their bodies together are longer
   */
  public Journal(Clock clock, int mostExchanges, int mostBytes) {
    this.clock = clock;
    this.mostExchanges = mostExchanges;
    this.mostBytes = mostBytes;
  }

  /**
   * An exchange as far as it went.
   *
   * @param status HTTP status; 0 without answer
   * @param failure why there is no answer
   */
  record Kept(
      Direction direction,
      String operation,
      Instant startedAt,
      Duration duration,
      Body request,
      int status,
      Body answer,
      @Nullable String failure) {}

  /** The exchanges in the order in which they ended, oldest first. */
  synchronized List<Kept> exchanges() {
    return List.copyOf(kept);
  }

  @Override
  public Open start(
      Direction direction, String operation, String method, URI url, Instant startedAt) {
    return new Open() {
      @Override
      public void answered(
          Body requestBody, int status, @Nullable String contentType, Body responseBody) {
        keep(requestBody, status, beginning(responseBody), null);
      }

      @Override
      public void failed(Body requestBody, String reason) {
        keep(requestBody, 0, Body.EMPTY, reason);
      }

      private void keep(Body request, int status, Body answer, @Nullable String failure) {
        Duration duration = Duration.between(startedAt, clock.instant());
        if (direction != Direction.MEWS_STATE) {
          add(
              new Kept(
                  direction,
                  operation,
                  startedAt,
                  duration,
                  beginning(request),
                  status,
                  answer,
                  failure));
        }
      }
    };
  }

  private synchronized void add(Kept exchange) {
    kept.addLast(exchange);
    bytes += size(exchange);
    while (kept.size() > mostExchanges || (bytes > mostBytes && kept.size() > 1)) {
      bytes -= size(kept.removeFirst());
    }
  }

  private static int size(Kept exchange) {
    return exchange.request().length() + exchange.answer().length();
  }

  /** Masked as a whole before it is cut, so that no secret lies across the cut. */
  private static Body beginning(Body body) {
    Body masked = Masking.mask(body);
    return masked.length() <= LONGEST_BODY
        ? masked
        : Body.of(Arrays.copyOf(masked.bytes(), LONGEST_BODY));
  }
}
