package channelcert.mews.simulation;

import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.Product;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails;
import channelcert.mews.property.PropertyDetails.AgeCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.mews.property.PropertyDetails.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Properties of a few categories and rates, of which some include breakfast. */
final class RandomProperty {
  static final BigDecimal BREAKFAST_GROSS = new BigDecimal("12.00");
  static final BigDecimal BREAKFAST_NET = new BigDecimal("11.01");

  private final Random random;

  RandomProperty(Random random) {
    this.random = random;
  }

  PropertyDetails make(String id) {
    List<SpaceCategory> categories =
        IntStream.rangeClosed(1, 1 + random.nextInt(3)).mapToObj(this::category).toList();
    List<RatePlan> rates =
        IntStream.rangeClosed(1, 1 + random.nextInt(3))
            .mapToObj(number -> new RatePlan("R" + number, "Rate " + number, true))
            .toList();
    List<Pair> pairs = pairs(categories, rates);
    Product breakfast =
        new Product("BRK", "Breakfast", 4, BREAKFAST_GROSS, BREAKFAST_NET, List.of("R1"));
    Property property =
        new Property(
            id,
            "Simulated " + id,
            id + "@hotel.example",
            "EUR",
            random.nextBoolean() ? "Europe/Amsterdam" : "Pacific/Auckland",
            9,
            PricingMode.GROSS,
            categories,
            rates,
            pairs,
            List.of(breakfast));
    return new PropertyDetails(
        property,
        new Place("en-GB", "Gracht 1", "Amsterdam", "1011 AA", "NL"),
        bedding(categories),
        List.of(new AgeCategory("Adult", 18, null)),
        List.of(),
        standing(pairs, categories));
  }

  private SpaceCategory category(int number) {
    int capacity = 1 + random.nextInt(3);
    return new SpaceCategory(
        "S" + number, "Space " + number, 4, capacity, 1 + random.nextInt(9), true);
  }

  private List<Pair> pairs(List<SpaceCategory> categories, List<RatePlan> rates) {
    List<Pair> pairs = new ArrayList<>();
    for (SpaceCategory category : categories) {
      for (RatePlan rate : rates) {
        if (rate.equals(rates.getFirst()) || random.nextInt(4) > 0) {
          pairs.add(new Pair(rate.code(), category.code()));
        }
      }
    }
    return pairs;
  }

  private static Map<String, Bedding> bedding(List<SpaceCategory> categories) {
    Map<String, Bedding> bedding = new LinkedHashMap<>();
    categories.forEach(
        category -> bedding.put(category.code(), new Bedding(category.capacity(), 0, 3)));
    return bedding;
  }

  private Map<Pair, List<BigDecimal>> standing(List<Pair> pairs, List<SpaceCategory> categories) {
    Map<Pair, List<BigDecimal>> standing = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      int capacity =
          categories.stream()
              .filter(category -> category.code().equals(pair.spaceTypeCode()))
              .mapToInt(SpaceCategory::capacity)
              .sum();
      standing.put(pair, prices(capacity));
    }
    return standing;
  }

  /** A price list of a few possible ones, so that neighbouring nights are often equal. */
  List<BigDecimal> prices(int capacity) {
    BigDecimal first = BigDecimal.valueOf(8000 + 1000L * random.nextInt(4), 2);
    return IntStream.range(0, capacity)
        .mapToObj(further -> first.add(BigDecimal.valueOf(20L * further)))
        .toList();
  }
}
