package channelcert.mews.availabilityblock;

import java.time.LocalDate;

/**
 * An interval of a block as it was given, not checked.
 *
 * @param start first night
 * @param end day after the last night; the same day as the start means one night
 */
public record Span(LocalDate start, LocalDate end) {
  @Override
  public String toString() {
    return start + " to " + end;
  }
}
