package channelcert.mews.reservation.group;

import channelcert.mews.inventory.Nights;
import java.time.LocalDate;

/**
 * A stay.
 *
 * @param arrival day of arrival, which names the first night
 * @param departure day of departure, excluded: no night of the stay; after the arrival
 */
public record Stay(LocalDate arrival, LocalDate departure) {
  public Stay {
    if (!departure.isAfter(arrival)) {
      throw new IllegalArgumentException(
          "departure " + departure + " is not after arrival " + arrival);
    }
  }

  /** The nights of the stay, last one included. */
  public Nights nights() {
    return new Nights(arrival, departure.minusDays(1));
  }
}
