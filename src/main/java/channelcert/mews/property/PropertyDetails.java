package channelcert.mews.property;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A property with everything that its configuration tells beside what is sold.
 *
 * @param bedding beds of each category, by its code
 * @param standingGross gross price a night for 1, 2, 3 ... guests while nobody has set another, for
 *     each pair
 * @param presentation what it shows of itself
 */
public record PropertyDetails(
    Property property,
    Place place,
    Map<String, Bedding> bedding,
    List<AgeCategory> ageCategories,
    List<BusinessProfile> profiles,
    Map<Property.Pair, List<BigDecimal>> standingGross,
    Presentation presentation) {
  /** A property that shows nothing of itself. */
  public PropertyDetails(
      Property property,
      Place place,
      Map<String, Bedding> bedding,
      List<AgeCategory> ageCategories,
      List<BusinessProfile> profiles,
      Map<Property.Pair, List<BigDecimal>> standingGross) {
    this(property, place, bedding, ageCategories, profiles, standingGross, Presentation.NONE);
  }

  /** Where the property is, and the language of its texts. */
  public record Place(
      String languageCode, String addressLine, String city, String zip, String country) {}

  /**
   * Beds of a space.
   *
   * @param bedType published code; absent where a category is not a room
   */
  public record Bedding(int beds, int extraBeds, @Nullable Integer bedType) {}

  /** Ages in years, both included; absent = no limit. */
  public record AgeCategory(
      String code, @Nullable Integer minimumAge, @Nullable Integer maximumAge) {}

  /** A company or travel agency that the property has mapped. */
  public record BusinessProfile(
      String name,
      boolean travelAgency,
      @Nullable String iata,
      @Nullable String contact,
      @Nullable Integer channelCode) {}
}
