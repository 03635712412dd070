package channelcert.mews.property;

import java.util.Map;
import java.util.Set;

/**
 * What is mapped on a connection.
 *
 * @param categories mapped categories, and whether their availability is pushed
 * @param ratePlans mapped rate plans, and whether their prices and restrictions are pushed
 */
public record Mapping(
    Map<String, Boolean> categories, Map<String, Boolean> ratePlans, Set<Property.Pair> pairs) {

  /** Whether availability of a category, or prices and restrictions of a rate plan, are pushed. */
  public boolean isSynchronised(String code) {
    return categories.getOrDefault(code, false) || ratePlans.getOrDefault(code, false);
  }
}
