package channelcert.mews.property;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate whose prices follow from those of a base rate. The published documentation leaves the unit
 * of the relative part open; here it is percent, applied before the absolute part (domain
 * reference, I-21).
 *
 * @param baseRatePlanCode rate with prices of its own
 * @param adjustments all that hold on a night apply, in their order
 */
public record DependentRate(
    String ratePlanCode, String baseRatePlanCode, List<Adjustment> adjustments) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * How a price is changed on the nights of an interval, both ends included.
   *
   * @param first absent = since ever
   * @param last absent = for ever
   * @param relativePercent for example -10 for ten percent less
   * @param absolute gross amount that is added
   */
  public record Adjustment(
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      BigDecimal relativePercent,
      BigDecimal absolute) {

    boolean holds(LocalDate night) {
      return (first == null || !night.isBefore(first)) && (last == null || !night.isAfter(last));
    }

    BigDecimal apply(BigDecimal price) {
      return price.add(price.multiply(relativePercent).divide(HUNDRED)).add(absolute);
    }
  }

  /** Gross prices of a night from those of the base rate, never below zero. */
  public List<BigDecimal> derive(LocalDate night, List<BigDecimal> baseGross) {
    return baseGross.stream().map(price -> derive(night, price)).toList();
  }

  private BigDecimal derive(LocalDate night, BigDecimal price) {
    BigDecimal derived = price;
    for (Adjustment adjustment : adjustments) {
      if (adjustment.holds(night)) {
        derived = adjustment.apply(derived);
      }
    }
    return derived.max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
  }
}
