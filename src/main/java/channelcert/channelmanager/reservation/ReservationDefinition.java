package channelcert.channelmanager.reservation;

import channelcert.channelmanager.mapping.Pair;
import java.math.BigDecimal;
import java.util.List;

/**
 * One reservation of a booking, complete.
 *
 * @param code the same in every message of the booking
 * @param nightAmounts price of each night in order, on the side of the booking
 * @param companions guests besides the customer
 */
public record ReservationDefinition(
    String code,
    Pair pair,
    Stay stay,
    List<BigDecimal> nightAmounts,
    int adults,
    int children,
    List<Guest> companions,
    List<ProductLine> products) {

  /** Nights and products together. */
  public BigDecimal total() {
    BigDecimal nights = nightAmounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return products.stream().map(ProductLine::amount).reduce(nights, BigDecimal::add);
  }
}
