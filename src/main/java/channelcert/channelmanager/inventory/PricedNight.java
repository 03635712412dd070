package channelcert.channelmanager.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a pair for one night.
 *
 * @param currencyCode of every price
 * @param occupancies a price for each number of guests, fewest guests first
 * @param agePrices JSON as it was pushed, absent when there was none
 */
public record PricedNight(
    String currencyCode, List<OccupancyPrice> occupancies, @Nullable String agePrices) {}
