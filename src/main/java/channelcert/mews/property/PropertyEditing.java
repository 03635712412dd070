package channelcert.mews.property;

import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.Product;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails.AgeCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a hotelier may change at a property (domain reference, 7.12). Each change is durable when
 * its method returns, together with the pushes and change notifications that it makes necessary on
 * every connection. Wrong values are {@link IllegalArgumentException}s that name the field, the
 * value and the rule; then nothing is changed.
 */
public interface PropertyEditing {
  /** Makes a property from its description; answers what is stored. */
  Property create(PropertyDetails wanted);

  /** Changes what is known of the property itself; another tax has every price pushed again. */
  void edit(String propertyId, PropertyChange change);

  /**
   * Adds a category, or changes the one with its code. More or fewer units raise or lower the
   * availability of every night; a new capacity cuts price lists, or continues them with the last
   * price. A new category is mapped on no connection.
   */
  void putCategory(String propertyId, SpaceCategory category, Bedding bedding);

  /** Takes a category away from the property and from every connection. */
  void removeCategory(String propertyId, String code);

  /**
   * Adds a rate plan, or changes the one with its code. A new one is sold for nothing and mapped on
   * no connection.
   */
  void putRatePlan(String propertyId, RatePlan ratePlan);

  /** Takes a rate plan away from the property and from every connection. */
  void removeRatePlan(String propertyId, String code);

  /** Adds a product with its packaging, or changes the one with its code. */
  void putProduct(String propertyId, Product product);

  void removeProduct(String propertyId, String code);

  void putAgeCategory(String propertyId, AgeCategory ageCategory);

  void removeAgeCategory(String propertyId, String code);

  /**
   * Sells a rate plan for a category; connections that have both mapped get the pair.
   *
   * @param standingGross gross price a night for 1, 2, 3 ... guests while nobody has set another
   */
  void sell(String propertyId, Pair pair, List<BigDecimal> standingGross);

  /** Ends selling a pair, on every connection as well. */
  void stopSelling(String propertyId, Pair pair);

  /**
   * Has prices by age category sent with every price.
   *
   * @param percent of the price for as many persons, by age category; empty = none are sent
   */
  void priceByAge(String propertyId, Map<String, BigDecimal> percent);

  /** Has the prices of a rate follow from those of another one from now on. */
  void derive(String propertyId, DependentRate rate);

  /** Ends that a rate follows another one; the prices set for it before hold again. */
  void endDeriving(String propertyId, String ratePlanCode);

  /** The connections of every property. */
  ConnectionEditing connections();
}
