package channelcert.mews.inventory;

import java.math.BigDecimal;
import java.util.List;

/**
 * New base prices of a pair, without the products of a package.
 *
 * @param gross gross price of the whole space a night for 1, 2, 3 ... guests, in that order, one
 *     entry up to the capacity
 */
public record PriceChange(
    String ratePlanCode, String spaceTypeCode, Nights nights, List<BigDecimal> gross) {}
