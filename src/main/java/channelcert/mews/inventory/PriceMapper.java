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
  private final Map<List<String>, Prices> known = new HashMap<>();

  PriceMapper(ConnectionDetails connection, Property property) {
    this.connection = connection;
    this.property = property;
    this.folding = new PackagePrices(property);
  }

  private record Prices(List<Price> prices, @Nullable List<AgePrice> agePrices) {}

  /** Everything that is priced out; absent where nothing is. */
  @Nullable List<RatePrice> ratePrices(List<InventoryItem> items) {
    List<RatePrice> prices =
        items.stream()
            .filter(item -> rule(item.key().ratePlanCode()).isEmpty())
            .map(this::ratePrice)
            .toList();
    return prices.isEmpty() && !items.isEmpty() ? null : prices;
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
    Prices prices =
        known.computeIfAbsent(
            List.of(rate, item.value()),
            key -> prices(folding.fold(rate, PriceList.read(item.value()))));
    return RatePrice.builder()
        .spaceTypeCode(item.key().spaceTypeCode())
        .ratePlanCode(rate)
        .from(item.nights().first())
        .to(item.nights().last())
        .prices(prices.prices())
        .agePrices(prices.agePrices())
        .build();
  }

  private Prices prices(List<NightPrice> prices) {
    Map<String, BigDecimal> ages = property.priceRules().agePercent();
    List<AgePrice> agePrices =
        ages.entrySet().stream()
            .flatMap(age -> prices.stream().map(each -> agePrice(each, age.getKey(), age.getValue())))
            .toList();
    return new Prices(
        prices.stream().map(this::price).toList(), agePrices.isEmpty() ? null : agePrices);
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
