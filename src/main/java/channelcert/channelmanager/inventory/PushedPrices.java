package channelcert.channelmanager.inventory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a pair for a night, as pushed.
 *
 * @param currencyCodes every currency that occurs; only a single one is acceptable
 * @param prices one for each number of guests
 * @param agePrices prices by age category as JSON, kept as they came because no rule says how to
 *     combine them; absent when there are none
 */
public record PushedPrices(
    Set<String> currencyCodes, List<OccupancyPrice> prices, @Nullable String agePrices) {}
