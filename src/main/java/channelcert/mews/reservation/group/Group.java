package channelcert.mews.reservation.group;

import java.util.List;

/**
 * A booking as it is stored.
 *
 * @param channelManagerId the channel manager's booking
 * @param reservations in the order in which they were first booked, cancelled ones included
 */
public record Group(String channelManagerId, String currencyCode, List<Reservation> reservations) {
  /** The reservations that are not cancelled. */
  public List<Reservation> active() {
    return reservations.stream().filter(reservation -> !reservation.cancelled()).toList();
  }

  /** Nights and extras of the active reservations together. */
  public Money total() {
    return active().stream()
        .map(reservation -> reservation.definition().total())
        .reduce(Money.ZERO, Money::plus);
  }
}
