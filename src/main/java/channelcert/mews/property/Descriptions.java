package channelcert.mews.property;

import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the description of a new property fits together. */
final class Descriptions {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private Descriptions() {}

  /**
   * Checks a description.
   *
   * @throws IllegalArgumentException naming the first thing that is wrong
   */
  static void check(PropertyDetails details) {
    Property property = details.property();
    header(property);
    unique("category", property.categories(), SpaceCategory::code);
    unique("rate plan", property.ratePlans(), RatePlan::code);
    unique("product", property.products(), Property.Product::code);
    unique("age category", details.ageCategories(), PropertyDetails.AgeCategory::code);
    property
        .categories()
        .forEach(each -> CategoryEditingStore.check(each, details.bedding().get(each.code())));
    property.ratePlans().forEach(RateEditingStore::check);
    List<String> rates = property.ratePlans().stream().map(RatePlan::code).toList();
    property.products().forEach(product -> RateEditingStore.check(product, rates));
    pairs(details, rates);
  }

  private static void header(Property property) {
    Checks.require(
        ID.matcher(property.id()).matches(),
        "id '" + property.id() + "' is not 1 to 64 letters, digits, hyphens or underscores");
    Checks.name("name", property.name());
    Checks.email("employeeEmail", property.employeeEmail());
    Checks.require(
        CURRENCY.matcher(property.currencyCode()).matches(),
        "currencyCode '" + property.currencyCode() + "' is not a code of ISO 4217");
    Checks.atLeast("taxPercent", property.taxPercent(), 0);
    try {
      ZoneId.of(property.timeZone());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timeZone '" + property.timeZone() + "' is not in the tz database", e);
    }
  }

  private static void pairs(PropertyDetails details, List<String> rates) {
    Property property = details.property();
    Map<String, Integer> capacity =
        property.categories().stream()
            .collect(Collectors.toMap(SpaceCategory::code, SpaceCategory::capacity));
    Checks.require(
        details.standingGross().keySet().equals(new HashSet<>(property.pairs())),
        "standingGross needs a price list for each of the pairs, and no other");
    for (Pair pair : property.pairs()) {
      Integer guests = capacity.get(pair.spaceTypeCode());
      if (guests == null || !rates.contains(pair.ratePlanCode())) {
        throw new IllegalArgumentException(
            "pair " + pair.ratePlanCode() + "-" + pair.spaceTypeCode() + " names an unknown code");
      }
      Checks.prices(
          "standingGross of " + pair.ratePlanCode() + "-" + pair.spaceTypeCode(),
          details.standingGross().getOrDefault(pair, List.of()),
          guests);
    }
  }

  private static <T> void unique(String what, List<T> all, Function<T, String> code) {
    HashSet<String> seen = new HashSet<>();
    for (T each : all) {
      Checks.require(seen.add(code.apply(each)), what + " " + code.apply(each) + " is given twice");
    }
  }
}
