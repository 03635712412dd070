package channelcert.journey.run;

import java.time.Instant;

/**
 * A recorded exchange in a list.
 *
 * @param status of HTTP; 0 without an answer
 */
public record ExchangeLine(
    int number,
    String direction,
    String operation,
    Instant startedAt,
    long durationMillis,
    int status) {
  /** Its name in the evidence. */
  public String id() {
    return "e-%04d".formatted(number);
  }
}
