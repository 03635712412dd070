package channelcert.mews.reservation.group;

import java.math.BigDecimal;

/**
 * An amount with both sides known, in the currency of the property and at its minor unit.
 *
 * @param gross including tax
 * @param net excluding tax
 */
public record Money(BigDecimal gross, BigDecimal net) {
  public static final Money ZERO = new Money(new BigDecimal("0.00"), new BigDecimal("0.00"));

  public Money plus(Money other) {
    return new Money(gross.add(other.gross), net.add(other.net));
  }
}
