package channelcert.mews.property;

import java.util.List;

/**
 * A property of the test environment.
 *
 * @param employeeEmail verified e-mail of an employee, the key for Get properties
 * @param taxPercent tax inside a gross price, for example 9
 * @param priceRules how prices follow from others
 */
public record Property(
    String id,
    String name,
    String employeeEmail,
    String currencyCode,
    String timeZone,
    int taxPercent,
    PricingMode pricingMode,
    List<SpaceCategory> categories,
    List<RatePlan> ratePlans,
    List<Pair> pairs,
    List<Product> products,
    PriceRules priceRules) {
  /** A property without prices by age or dependent rates. */
  public Property(
      String id,
      String name,
      String employeeEmail,
      String currencyCode,
      String timeZone,
      int taxPercent,
      PricingMode pricingMode,
      List<SpaceCategory> categories,
      List<RatePlan> ratePlans,
      List<Pair> pairs,
      List<Product> products) {
    this(
        id,
        name,
        employeeEmail,
        currencyCode,
        timeZone,
        taxPercent,
        pricingMode,
        categories,
        ratePlans,
        pairs,
        products,
        PriceRules.NONE);
  }

  /**
   * A sellable group of spaces.
   *
   * @param classification published code of the physical kind (domain reference 3.30)
   * @param capacity persons, beds and extra beds together
   * @param units spaces of the category
   */
  public record SpaceCategory(
      String code,
      String name,
      int classification,
      int capacity,
      int units,
      boolean synchronised) {}

  /** A rate plan; an unsynchronised one is not pushed but may be booked. */
  public record RatePlan(String code, String name, boolean synchronised) {}

  /** A rate plan that is sold for a category. */
  public record Pair(String ratePlanCode, String spaceTypeCode) {}

  /**
   * A product.
   *
   * @param pricing published code: 1 once, 2 per person, 3 per night, 4 per person per night
   * @param gross gross price of one unit
   * @param net net price of one unit
   * @param packagedInto rate plans whose price includes the product
   */
  public record Product(
      String code,
      String name,
      int pricing,
      java.math.BigDecimal gross,
      java.math.BigDecimal net,
      List<String> packagedInto) {}
}
