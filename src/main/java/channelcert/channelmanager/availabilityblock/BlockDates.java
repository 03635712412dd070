package channelcert.channelmanager.availabilityblock;

import java.time.LocalDate;

/**
 * An interval of a block.
 *
 * @param start first night
 * @param end day after the last night; the same day as the start means one night
 */
public record BlockDates(LocalDate start, LocalDate end) {
  boolean isInverted() {
    return end.isBefore(start);
  }

  /** The day after the last night, also where one night is given by equal dates. */
  LocalDate after() {
    return end.equals(start) ? start.plusDays(1) : end;
  }

  boolean contains(BlockDates other) {
    return !other.start.isBefore(start) && !other.after().isAfter(after());
  }

  @Override
  public String toString() {
    return start + " to " + end;
  }
}
