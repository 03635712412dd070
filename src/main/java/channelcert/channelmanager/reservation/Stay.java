package channelcert.channelmanager.reservation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of a reservation.
 *
 * @param arrival first night
 * @param departure day of departure, no night of the stay
 */
public record Stay(LocalDate arrival, LocalDate departure) {
  /** Number of nights; zero or less when the departure is not after the arrival. */
  public long nights() {
    return ChronoUnit.DAYS.between(arrival, departure);
  }
}
