package channelcert.mews.inventory;

import java.time.Duration;
import java.util.List;

/**
 * How long a lane waits after failures, and how long for a confirmation.
 *
 * @param afterFailure pauses after the first, second, ... failure in a row; the last one is kept
 * @param afterRefusal pause after a refusal that somebody has to mend first
 * @param confirmation time in which an asynchronous confirmation has to arrive
 */
public record Retries(List<Duration> afterFailure, Duration afterRefusal, Duration confirmation) {
  /** What runs everywhere but in tests. */
  public static final Retries STANDARD =
      new Retries(
          List.of(
              Duration.ofMillis(200),
              Duration.ofSeconds(1),
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofMinutes(2),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofMinutes(30)),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15));

  Duration afterFailure(int number) {
    return afterFailure.get(Math.min(number, afterFailure.size()) - 1);
  }
}
