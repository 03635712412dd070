package channelcert.channelmanager.selling;

import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.ProductLine;
import channelcert.channelmanager.reservation.ReservationDefinition;
import java.math.BigDecimal;
import java.util.List;

/** Whether two definitions say the same, 120.0 and 120.00 being equal amounts. */
final class Sameness {
  private Sameness() {}

  static boolean same(BookingDefinition one, BookingDefinition other) {
    return one.customer().equals(other.customer())
        && one.side() == other.side()
        && one.currencyCode().equals(other.currencyCode())
        && plain(one).equals(plain(other));
  }

  private static List<ReservationDefinition> plain(BookingDefinition booking) {
    return booking.reservations().stream().map(Sameness::plain).toList();
  }

  private static ReservationDefinition plain(ReservationDefinition each) {
    return new ReservationDefinition(
        each.code(),
        each.pair(),
        each.stay(),
        each.nightAmounts().stream().map(BigDecimal::stripTrailingZeros).toList(),
        each.adults(),
        each.children(),
        each.companions(),
        each.products().stream()
            .map(
                product ->
                    new ProductLine(
                        product.code(), product.count(), product.amount().stripTrailingZeros()))
            .toList());
  }
}
