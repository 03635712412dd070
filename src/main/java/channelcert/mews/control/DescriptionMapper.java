package channelcert.mews.control;

import channelcert.contract.control.AgeCategory;
import channelcert.contract.control.AgePrice;
import channelcert.contract.control.Category;
import channelcert.contract.control.DependentRate;
import channelcert.contract.control.EditPropertyCommand;
import channelcert.contract.control.Place;
import channelcert.contract.control.Product;
import channelcert.contract.control.PropertyDescription;
import channelcert.contract.control.RatePlan;
import channelcert.contract.control.SoldPair;
import channelcert.mews.property.PriceRules;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.PropertyChange;
import channelcert.mews.property.PropertyDetails;
import channelcert.mews.property.PropertyDetails.Bedding;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a hotelier sells, from the words of the control API. */
final class DescriptionMapper {
  private DescriptionMapper() {}

  static PropertyDetails details(PropertyDescription given) {
    return new PropertyDetails(
        property(given),
        place(given.place()),
        byCode("categories", given.categories(), Category::code, DescriptionMapper::bedding),
        all(given.ageCategories()).stream().map(DescriptionMapper::ageCategory).toList(),
        List.of(),
        byCode("pairs", given.pairs(), DescriptionMapper::pair, SoldPair::gross));
  }

  private static Property property(PropertyDescription given) {
    return new Property(
        given.propertyId(),
        given.name(),
        given.employeeEmail(),
        given.currencyCode(),
        given.timeZone(),
        given.taxPercent(),
        PricingMode.valueOf(given.pricingMode().name()),
        given.categories().stream().map(DescriptionMapper::category).toList(),
        given.ratePlans().stream().map(DescriptionMapper::ratePlan).toList(),
        given.pairs().stream().map(DescriptionMapper::pair).toList(),
        all(given.products()).stream().map(DescriptionMapper::product).toList(),
        new PriceRules(
            agePercent(all(given.agePrices())),
            all(given.dependentRates()).stream().map(DescriptionMapper::dependentRate).toList()));
  }

  static PropertyChange change(EditPropertyCommand given) {
    return new PropertyChange(
        given.name(),
        given.employeeEmail(),
        given.taxPercent(),
        given.pricingMode() == null ? null : PricingMode.valueOf(given.pricingMode().name()));
  }

  private static PropertyDetails.Place place(Place given) {
    return new PropertyDetails.Place(
        given.languageCode(), given.addressLine(), given.city(), given.zip(), given.country());
  }

  static Property.SpaceCategory category(Category given) {
    return new Property.SpaceCategory(
        given.code(),
        given.name(),
        given.classification(),
        given.beds() + given.extraBeds(),
        given.units(),
        given.synchronised());
  }

  static Bedding bedding(Category given) {
    return new Bedding(given.beds(), given.extraBeds(), given.bedType());
  }

  static Property.RatePlan ratePlan(RatePlan given) {
    return new Property.RatePlan(given.code(), given.name(), given.synchronised());
  }

  private static Pair pair(SoldPair given) {
    return new Pair(given.ratePlanCode(), given.spaceTypeCode());
  }

  static Property.Product product(Product given) {
    return new Property.Product(
        given.code(),
        given.name(),
        given.pricing(),
        given.gross(),
        given.net(),
        given.packagedInto());
  }

  static PropertyDetails.AgeCategory ageCategory(AgeCategory given) {
    return new PropertyDetails.AgeCategory(given.code(), given.minimumAge(), given.maximumAge());
  }

  static Map<String, BigDecimal> agePercent(List<AgePrice> given) {
    return byCode("agePrices", given, AgePrice::ageCategoryCode, AgePrice::percent);
  }

  static channelcert.mews.property.DependentRate dependentRate(DependentRate given) {
    return new channelcert.mews.property.DependentRate(
        given.ratePlanCode(),
        given.baseRatePlanCode(),
        given.adjustments().stream()
            .map(
                each ->
                    new channelcert.mews.property.DependentRate.Adjustment(
                        each.from(), each.to(), each.relativePercent(), each.absolute()))
            .toList());
  }

  private static <T> List<T> all(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }

  private static <T, K, V> Map<K, V> byCode(
      String field, List<T> given, Function<T, K> key, Function<T, V> value) {
    Map<K, V> byCode = new LinkedHashMap<>();
    for (T each : given) {
      if (byCode.put(key.apply(each), value.apply(each)) != null) {
        throw ControlRefusal.badRequest(
            field + " names " + key.apply(each) + " twice; name each once.");
      }
    }
    return byCode;
  }
}
