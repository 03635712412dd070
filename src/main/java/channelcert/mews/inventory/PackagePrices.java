package channelcert.mews.inventory;

import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The prices that channel managers are told: base prices with net amounts, and the products of a
 * package that are charged every night folded in (domain reference, 7.3).
 */
public final class PackagePrices {
  private static final int PER_NIGHT = 3;
  private static final int PER_PERSON_PER_NIGHT = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Property property;
  private final BigDecimal taxFactor;

  public PackagePrices(Property property) {
    this.property = property;
    this.taxFactor = BigDecimal.valueOf(100L + property.taxPercent()).divide(HUNDRED);
  }

  /** Prices for 1, 2, 3 ... guests from gross base prices in the same order. */
  public List<NightPrice> fold(String ratePlanCode, List<BigDecimal> baseGross) {
    List<Product> included =
        property.products().stream()
            .filter(product -> product.packagedInto().contains(ratePlanCode))
            .toList();
    List<NightPrice> prices = new ArrayList<>();
    for (BigDecimal gross : baseGross) {
      prices.add(fold(prices.size() + 1, gross, included));
    }
    return prices;
  }

  private NightPrice fold(int guests, BigDecimal baseGross, List<Product> included) {
    BigDecimal gross = baseGross;
    BigDecimal net = baseGross.divide(taxFactor, 2, RoundingMode.HALF_UP);
    for (Product product : included) {
      BigDecimal units = units(product, guests);
      gross = gross.add(product.gross().multiply(units));
      net = net.add(product.net().multiply(units));
    }
    return new NightPrice(guests, gross, net);
  }

  /** Whether a product is added to every night of the rate plan. */
  boolean folds(String ratePlanCode) {
    return property.products().stream()
        .filter(product -> product.packagedInto().contains(ratePlanCode))
        .anyMatch(product -> units(product, 1).signum() > 0);
  }

  private static BigDecimal units(Product product, int guests) {
    return switch (product.pricing()) {
      case PER_NIGHT -> BigDecimal.ONE;
      case PER_PERSON_PER_NIGHT -> BigDecimal.valueOf(guests);
      default -> BigDecimal.ZERO;
    };
  }
}
