package channelcert.mews.control;

import static java.util.Objects.requireNonNull;

import channelcert.contract.control.Adjustment;
import channelcert.contract.control.AgeCategory;
import channelcert.contract.control.AgePrice;
import channelcert.contract.control.CategoryView;
import channelcert.contract.control.DependentRate;
import channelcert.contract.control.PricingMode;
import channelcert.contract.control.Product;
import channelcert.contract.control.PropertySummary;
import channelcert.contract.control.PropertyView;
import channelcert.contract.control.RatePlan;
import channelcert.contract.control.SoldPair;
import channelcert.mews.property.PriceRules;
import channelcert.mews.property.Property;
import channelcert.mews.property.PropertyDetails;
import channelcert.mews.property.PropertyDetails.Bedding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Properties in the words of the control API. */
final class PropertyMapper {
  private PropertyMapper() {}

  static PropertySummary summary(ControlStore.Listed property) {
    return PropertySummary.builder()
        .propertyId(property.id())
        .name(property.name())
        .employeeEmail(property.employeeEmail())
        .pricingMode(PricingMode.valueOf(property.pricingMode().name()))
        .build();
  }

  static PropertyView view(PropertyDetails details, LocalDate today) {
    Property property = details.property();
    PriceRules rules = property.priceRules();
    return PropertyView.builder()
        .propertyId(property.id())
        .name(property.name())
        .employeeEmail(property.employeeEmail())
        .pricingMode(PricingMode.valueOf(property.pricingMode().name()))
        .currencyCode(property.currencyCode())
        .timeZone(property.timeZone())
        .today(today)
        .taxPercent(property.taxPercent())
        .categories(
            property.categories().stream()
                .map(each -> category(each, requireNonNull(details.bedding().get(each.code()))))
                .toList())
        .ratePlans(property.ratePlans().stream().map(PropertyMapper::ratePlan).toList())
        .pairs(
            property.pairs().stream()
                .map(each -> pair(each, requireNonNull(details.standingGross().get(each))))
                .toList())
        .products(property.products().stream().map(PropertyMapper::product).toList())
        .ageCategories(details.ageCategories().stream().map(PropertyMapper::ageCategory).toList())
        .agePrices(
            new TreeMap<>(rules.agePercent())
                .entrySet().stream()
                    .map(each -> new AgePrice(each.getKey(), each.getValue()))
                    .toList())
        .dependentRates(rules.dependentRates().stream().map(PropertyMapper::rate).toList())
        .build();
  }

  private static CategoryView category(Property.SpaceCategory category, Bedding bedding) {
    return CategoryView.builder()
        .code(category.code())
        .name(category.name())
        .classification(category.classification())
        .beds(bedding.beds())
        .extraBeds(bedding.extraBeds())
        .bedType(bedding.bedType())
        .capacity(category.capacity())
        .units(category.units())
        .synchronised(category.synchronised())
        .build();
  }

  private static RatePlan ratePlan(Property.RatePlan ratePlan) {
    return RatePlan.builder()
        .code(ratePlan.code())
        .name(ratePlan.name())
        .synchronised(ratePlan.synchronised())
        .build();
  }

  private static SoldPair pair(Property.Pair pair, List<BigDecimal> standingGross) {
    return new SoldPair(pair.ratePlanCode(), pair.spaceTypeCode(), standingGross);
  }

  private static AgeCategory ageCategory(PropertyDetails.AgeCategory age) {
    return new AgeCategory(age.code(), age.minimumAge(), age.maximumAge());
  }

  private static DependentRate rate(channelcert.mews.property.DependentRate rate) {
    return new DependentRate(
        rate.ratePlanCode(),
        rate.baseRatePlanCode(),
        rate.adjustments().stream()
            .map(
                each ->
                    new Adjustment(
                        each.first(), each.last(), each.relativePercent(), each.absolute()))
            .toList());
  }

  private static Product product(Property.Product product) {
    return Product.builder()
        .code(product.code())
        .name(product.name())
        .pricing(product.pricing())
        .gross(product.gross())
        .net(product.net())
        .packagedInto(product.packagedInto())
        .build();
  }
}
