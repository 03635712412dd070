package channelcert.mews.reservation.group;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount with both sides known, in the currency of the property and at its minor unit.
 *
 * @param gross including tax
 * @param net excluding tax
 */
public record Money(BigDecimal gross, BigDecimal net) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;

  public static final Money ZERO = new Money(new BigDecimal("0.00"), new BigDecimal("0.00"));

  /**
   * An amount of which the net side follows from the tax.
   *
   * @param taxPercent tax inside the gross amount, for example 9
   */
  public static Money ofGross(BigDecimal gross, int taxPercent) {
    return new Money(
        gross.setScale(DECIMALS, RoundingMode.HALF_UP),
        gross
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(100L + taxPercent), DECIMALS, RoundingMode.HALF_UP));
  }

  public Money plus(Money other) {
    return new Money(gross.add(other.gross), net.add(other.net));
  }
}
