package channelcert.mews.reservation.group;

import channelcert.mews.reservation.group.ReservationOrder.Book;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Settles one side of the amounts of a message so that its totals are met: first inside each
 * reservation, then over the whole group. Extras are never changed.
 */
final class SideAmounts {
  private final Side side;
  private final int scale;
  private final Findings findings;

  /**
   * Makes the settlement of a side.
   *
   * @param side a side that every amount of the message states
   * @param scale decimals of the minor unit
   * @param findings is told about every difference that was spread
   */
  SideAmounts(Side side, int scale, Findings findings) {
    this.side = side;
    this.scale = scale;
    this.findings = findings;
  }

  /** The nights of each reservation, in the order of the reservations. */
  List<List<BigDecimal>> nights(List<Book> booked, Amount groupTotal) {
    List<List<BigDecimal>> settled = booked.stream().map(this::insideReservation).toList();
    List<BigDecimal> all = settled.stream().flatMap(List::stream).toList();
    BigDecimal extras = booked.stream().map(this::extras).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> spread = meet("Group", all, extras, of(groupTotal));
    List<List<BigDecimal>> result = new ArrayList<>();
    int next = 0;
    for (List<BigDecimal> nights : settled) {
      result.add(List.copyOf(spread.subList(next, next + nights.size())));
      next += nights.size();
    }
    return result;
  }

  private List<BigDecimal> insideReservation(Book reservation) {
    List<BigDecimal> nights = reservation.nights().stream().map(this::of).toList();
    String place = "Reservation " + Findings.shown(reservation.code());
    return meet(place, nights, extras(reservation), of(reservation.total()));
  }

  private List<BigDecimal> meet(
      String place, List<BigDecimal> nights, BigDecimal extras, BigDecimal total) {
    BigDecimal parts = nights.stream().reduce(extras, BigDecimal::add);
    BigDecimal difference = total.subtract(parts);
    if (difference.signum() == 0) {
      return nights;
    }
    findings.warn(
        place
            + ": the "
            + side.name().toLowerCase(Locale.ROOT)
            + " total "
            + total
            + " differs from its parts "
            + parts
            + "; the difference of "
            + difference
            + " was spread over the nights.");
    return Distribution.spread(nights, difference, scale);
  }

  private BigDecimal extras(Book reservation) {
    return reservation.extras().stream()
        .map(extra -> of(extra.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The value of the side at the minor unit. */
  BigDecimal of(Amount amount) {
    return Objects.requireNonNull(amount.on(side)).setScale(scale, RoundingMode.HALF_UP);
  }
}
