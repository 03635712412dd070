package channelcert.mews.inventory;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long a lane waits after failures, and how long for a confirmation. No pause is ever the last
 * one: what was not accepted is tried again for as long as it is wanted.
 *
 * @param afterFailure longest pauses after the first, second, ... failure in a row; the last one is
 *     kept
 * @param afterRefusal pause after a refusal that somebody has to mend first
 * @param confirmation time in which an asynchronous confirmation has to arrive
 * @param chance shortens each pause after a failure by up to a fifth, so that lanes which failed
 *     together do not all come back together; used by many threads
 */
public record Retries(
    List<Duration> afterFailure,
    Duration afterRefusal,
    Duration confirmation,
    RandomGenerator chance) {
  /** Part of a pause that chance may take away. */
  private static final double JITTER = 0.2;

  /** What runs everywhere but in tests. */
  public static Retries standard(RandomGenerator chance) {
    return new Retries(
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
        Duration.ofMinutes(15),
        chance);
  }

  /**
   * A pause: more than four fifths of the written one, and at most all of it.
   *
   * @param number of failures in a row, at least 1
   */
  public Duration afterFailure(int number) {
    Duration longest = afterFailure.get(Math.min(number, afterFailure.size()) - 1);
    return Duration.ofNanos((long) (longest.toNanos() * (1 - JITTER * chance.nextDouble())));
  }
}
