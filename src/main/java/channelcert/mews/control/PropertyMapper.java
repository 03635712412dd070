package channelcert.mews.control;

import channelcert.contract.control.Category;
import channelcert.contract.control.PricingMode;
import channelcert.contract.control.Product;
import channelcert.contract.control.PropertySummary;
import channelcert.contract.control.PropertyView;
import channelcert.contract.control.RatePlan;
import channelcert.contract.control.SoldPair;
import channelcert.mews.property.Property;
import java.time.LocalDate;

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

  static PropertyView view(Property property, LocalDate today) {
    return PropertyView.builder()
        .propertyId(property.id())
        .name(property.name())
        .employeeEmail(property.employeeEmail())
        .pricingMode(PricingMode.valueOf(property.pricingMode().name()))
        .currencyCode(property.currencyCode())
        .timeZone(property.timeZone())
        .today(today)
        .taxPercent(property.taxPercent())
        .categories(property.categories().stream().map(PropertyMapper::category).toList())
        .ratePlans(property.ratePlans().stream().map(PropertyMapper::ratePlan).toList())
        .pairs(property.pairs().stream().map(PropertyMapper::pair).toList())
        .products(property.products().stream().map(PropertyMapper::product).toList())
        .build();
  }

  private static Category category(Property.SpaceCategory category) {
    return Category.builder()
        .code(category.code())
        .name(category.name())
        .classification(category.classification())
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

  private static SoldPair pair(Property.Pair pair) {
    return new SoldPair(pair.ratePlanCode(), pair.spaceTypeCode());
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
