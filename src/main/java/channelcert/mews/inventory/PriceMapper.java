package channelcert.mews.inventory;

import channelcert.contract.channelmanager.Adjustment;
import channelcert.contract.channelmanager.AgePrice;
import channelcert.contract.channelmanager.DependentRate;
import channelcert.contract.channelmanager.RatePrice;
import channelcert.contract.shared.Price;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.PriceList;
import channelcert.mews.property.Property;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices in the published form: with those by age where the property has them, and dependent rates
 * as rules where the connection is sent them. A rule cannot tell of products that are charged every
 * night, so rates with such products are priced out all the same.
 */
final class PriceMapper {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ConnectionDetails connection;
  private final Property property;
  private final PackagePrices folding;
  private final Map<List<String>, List<NightPrice>> folded = new HashMap<>();
  private final Map<List<NightPrice>, List<Price>> prices = new HashMap<>();
  private final Map<List<NightPrice>, List<AgePrice>> agePrices = new HashMap<>();

  PriceMapper(ConnectionDetails connection, Property property) {
    this.connection = connection;
    this.property = property;
    this.folding = new PackagePrices(property);
  }

  /** Everything that is priced out; absent where nothing is. */
  @Nullable List<RatePrice> ratePrices(List<InventoryItem> items) {
    List<RatePrice> pricedOut =
        items.stream()
            .filter(item -> rule(item.key().ratePlanCode()).isEmpty())
            .map(this::ratePrice)
            .toList();
    return pricedOut.isEmpty() && !items.isEmpty() ? null : pricedOut;
  }

  /** The rules of the rates that are not priced out; absent where there are none. */
  @Nullable List<DependentRate> dependentRates(List<InventoryItem> items) {
    List<DependentRate> rates =
        items.stream()
            .map(item -> item.key().ratePlanCode())
            .distinct()
            .flatMap(code -> rule(code).stream())
            .map(PriceMapper::dependentRate)
            .toList();
    return rates.isEmpty() ? null : rates;
  }

  private Optional<channelcert.mews.property.DependentRate> rule(String ratePlanCode) {
    return connection.receivesDependentRates()
        ? property
            .priceRules()
            .ruleOf(ratePlanCode)
            .filter(rule -> !folding.folds(ratePlanCode))
            .filter(rule -> !folding.folds(rule.baseRatePlanCode()))
        : Optional.empty();
  }

  private static DependentRate dependentRate(channelcert.mews.property.DependentRate rule) {
    return DependentRate.builder()
        .rateCode(rule.ratePlanCode())
        .baseRateCode(rule.baseRatePlanCode())
        .adjustments(
            rule.adjustments().stream()
                .map(
                    each ->
                        Adjustment.builder()
                            .startDate(each.first())
                            .endDate(each.last())
                            .relativeValue(each.relativePercent())
                            .absoluteValue(each.absolute())
                            .build())
                .toList())
        .build();
  }

  private RatePrice ratePrice(InventoryItem item) {
    String rate = item.key().ratePlanCode();
    List<NightPrice> night =
        folded.computeIfAbsent(
            List.of(rate, item.value()), key -> folding.fold(rate, PriceList.read(item.value())));
    return RatePrice.builder()
        .spaceTypeCode(item.key().spaceTypeCode())
        .ratePlanCode(rate)
        .from(item.nights().first())
        .to(item.nights().last())
        .prices(prices.computeIfAbsent(night, each -> each.stream().map(this::price).toList()))
        .agePrices(agePrices(night))
        .build();
  }

  private @Nullable List<AgePrice> agePrices(List<NightPrice> night) {
    Map<String, BigDecimal> ages = property.priceRules().agePercent();
    if (ages.isEmpty()) {
      return null;
    }
    return agePrices.computeIfAbsent(
        night,
        each ->
            ages.entrySet().stream()
                .flatMap(
                    age ->
                        each.stream().map(price -> agePrice(price, age.getKey(), age.getValue())))
                .toList());
  }

  private Price price(NightPrice price) {
    return Price.builder()
        .grossAmount(price.gross())
        .netAmount(price.net())
        .currencyCode(property.currencyCode())
        .guestCount(price.guests())
        .build();
  }

  private AgePrice agePrice(NightPrice price, String ageCategoryCode, BigDecimal percent) {
    return AgePrice.builder()
        .grossAmount(part(price.gross(), percent))
        .netAmount(part(price.net(), percent))
        .currencyCode(property.currencyCode())
        .guestCount(price.guests())
        .ageCategoryCode(ageCategoryCode)
        .build();
  }

  private static BigDecimal part(BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }
}
