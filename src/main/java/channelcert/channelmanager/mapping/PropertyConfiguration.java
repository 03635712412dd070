package channelcert.channelmanager.mapping;

import java.util.List;
import java.util.Map;

/**
 * What Mews says about the property of a connection.
 *
 * @param pairs every pair that is sold
 * @param productPricing published pricing code by product code
 */
public record PropertyConfiguration(
    String propertyName,
    List<Pair> pairs,
    Map<String, Integer> productPricing,
    List<OfferedRate> ratePlans,
    List<OfferedCategory> categories) {}
