package channelcert.mews.property;

import static java.util.Objects.requireNonNull;

import channelcert.mews.property.Presentation.CancellationPolicy;
import channelcert.mews.property.Presentation.Image;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.Product;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails.AgeCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.mews.property.PropertyDetails.BusinessProfile;
import channelcert.mews.property.PropertyDetails.Place;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The property of the domain reference, 13.1, and its twin that works with net prices. */
final class ReferenceProperty {
  private static final List<SpaceCategory> CATEGORIES =
      List.of(
          new SpaceCategory("SGL", "Single", 9, 1, 10, true),
          new SpaceCategory("DBL", "Double", 4, 3, 12, true),
          new SpaceCategory("TWN", "Twin", 14, 2, 8, true),
          new SpaceCategory("STE", "Suite", 11, 4, 3, true),
          new SpaceCategory("DRM", "Dormitory", 16, 6, 2, true),
          new SpaceCategory("BED", "Dorm bed", 8, 1, 12, true));

  private static final Map<String, Bedding> BEDDING =
      Map.of(
          "SGL", new Bedding(1, 0, 1),
          "DBL", new Bedding(2, 1, 3),
          "TWN", new Bedding(2, 0, 2),
          "STE", new Bedding(2, 2, 5),
          "DRM", new Bedding(6, 0, null),
          "BED", new Bedding(1, 0, null));

  private static final List<RatePlan> RATE_PLANS =
      List.of(
          new RatePlan("FLX", "Flexible", true),
          new RatePlan("NRF", "Non-refundable", true),
          new RatePlan("LST", "Long stay", true),
          new RatePlan("CRP", "Corporate", true),
          new RatePlan("PKG", "Bed and breakfast", true),
          new RatePlan("OLD", "Retired", false));

  private static final List<Product> PRODUCTS =
      List.of(
          product("BRK", "Breakfast", 4, "12.00", "11.01", List.of("PKG")),
          product("PRK", "Parking", 3, "20.00", "18.35", List.of()),
          product("LTC", "Late check-out", 1, "25.00", "22.94", List.of()));

  private static final List<AgeCategory> AGES =
      List.of(
          new AgeCategory("Adult", 18, null),
          new AgeCategory("Child", 3, 12),
          new AgeCategory("Infant", 0, 2),
          new AgeCategory("Teenager", 13, 17),
          new AgeCategory("SeniorCitizen", 65, null));

  private static final List<BusinessProfile> PROFILES =
      List.of(
          new BusinessProfile("Waterland Logistics", false, null, "Front desk", null),
          new BusinessProfile("Expedia", true, "11111111", null, 2));

  /** Price of the first person, in percent of FLX. */
  private static final Map<String, Integer> RATE_PERCENT =
      Map.of("FLX", 100, "NRF", 90, "LST", 85, "CRP", 95, "PKG", 100, "OLD", 110);

  private static final Map<String, Integer> FIRST_PERSON =
      Map.of("SGL", 80, "DBL", 100, "TWN", 95, "STE", 180, "DRM", 60, "BED", 30);

  private static final List<CancellationPolicy> FIRST_NIGHT =
      List.of(policy(2, "-1DT0H0M", "0.00", "1", 1));

  private static final Map<String, List<CancellationPolicy>> CANCELLATION =
      Map.of(
          "FLX",
          FIRST_NIGHT,
          "NRF",
          List.of(policy(1, null, "0.00", "1", null)),
          "LST",
          List.of(policy(3, "-14DT0H0M", "25.00", "0.3", null), policy(3, null, "0.00", "1", 7)),
          "CRP",
          List.of(policy(2, "-0DT6H0M", "0.00", "0.5", 1)),
          "PKG",
          FIRST_NIGHT,
          "OLD",
          FIRST_NIGHT);

  private static final BigDecimal FURTHER_PERSON = BigDecimal.valueOf(20);

  private ReferenceProperty() {}

  static PropertyDetails with(PricingMode mode, String id) {
    boolean gross = mode == PricingMode.GROSS;
    Property property =
        new Property(
            id,
            gross ? "Canal House" : "Canal House (net)",
            gross ? "partner@canal-house.example" : "partner@canal-house-net.example",
            "EUR",
            "Europe/Amsterdam",
            9,
            mode,
            CATEGORIES,
            RATE_PLANS,
            pairs(),
            PRODUCTS);
    Place place = new Place("en-GB", "Gracht 1", "Amsterdam", "1011 AA", "NL");
    return new PropertyDetails(
        property,
        place,
        BEDDING,
        AGES,
        PROFILES,
        standingGross(),
        new Presentation(images(), CANCELLATION));
  }

  /** A logo, and a photo of the house and of each category. */
  private static List<Image> images() {
    String folder = "https://canal-house.example/images/";
    return Stream.concat(
            Stream.of(
                new Image(null, 1, folder + "logo.png"), new Image(null, 2, folder + "house.jpg")),
            CATEGORIES.stream()
                .map(
                    category ->
                        new Image(
                            category.code(),
                            2,
                            folder + category.code().toLowerCase(Locale.ROOT) + ".jpg")))
        .toList();
  }

  private static CancellationPolicy policy(
      int applicability,
      @Nullable String offset,
      String fee,
      String share,
      @Nullable Integer nights) {
    return new CancellationPolicy(
        applicability, offset, new BigDecimal(fee), new BigDecimal(share), nights);
  }

  private static List<Pair> pairs() {
    return CATEGORIES.stream()
        .flatMap(
            category -> RATE_PLANS.stream().map(rate -> new Pair(rate.code(), category.code())))
        .toList();
  }

  private static Map<Pair, List<BigDecimal>> standingGross() {
    Map<Pair, List<BigDecimal>> prices = new LinkedHashMap<>();
    for (SpaceCategory category : CATEGORIES) {
      for (RatePlan rate : RATE_PLANS) {
        prices.put(new Pair(rate.code(), category.code()), priceList(category, rate.code()));
      }
    }
    return prices;
  }

  private static List<BigDecimal> priceList(SpaceCategory category, String rateCode) {
    long base = requireNonNull(FIRST_PERSON.get(category.code()));
    long percent = requireNonNull(RATE_PERCENT.get(rateCode));
    BigDecimal first = BigDecimal.valueOf(base * percent, 2);
    return IntStream.range(0, category.capacity())
        .mapToObj(further -> first.add(FURTHER_PERSON.multiply(BigDecimal.valueOf(further))))
        .toList();
  }

  private static Product product(
      String code, String name, int pricing, String gross, String net, List<String> rates) {
    return new Product(code, name, pricing, new BigDecimal(gross), new BigDecimal(net), rates);
  }
}
