package channelcert.mews.property;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How prices of a property follow from others.
 *
 * @param agePercent what is told as the price of persons of an age category, in percent of the
 *     price for as many persons, by the code of the category; empty = no prices by age
 * @param dependentRates rates whose prices follow from those of a base rate
 */
public record PriceRules(Map<String, BigDecimal> agePercent, List<DependentRate> dependentRates) {
  public static final PriceRules NONE = new PriceRules(Map.of(), List.of());

  /** The rule of a rate, empty when its prices are set by somebody. */
  public Optional<DependentRate> ruleOf(String ratePlanCode) {
    return dependentRates.stream()
        .filter(rate -> rate.ratePlanCode().equals(ratePlanCode))
        .findFirst();
  }
}
