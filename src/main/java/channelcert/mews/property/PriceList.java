package channelcert.mews.property;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gross prices for 1, 2, 3 ... guests as stored: decimals with two places, separated by blanks. */
public final class PriceList {
  private PriceList() {}

  public static List<BigDecimal> read(String stored) {
    return Stream.of(stored.split(" ", -1)).map(BigDecimal::new).toList();
  }

  /**
   * The form that is stored; equal price lists give equal texts.
   *
   * @throws ArithmeticException when a price has more than two decimal places
   */
  public static String write(List<BigDecimal> gross) {
    return gross.stream()
        .map(price -> price.setScale(2, RoundingMode.UNNECESSARY).toPlainString())
        .collect(Collectors.joining(" "));
  }
}
