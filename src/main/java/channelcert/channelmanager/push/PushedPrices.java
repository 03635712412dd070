package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.OccupancyPrice;
import channelcert.channelmanager.inventory.PricedNight;
import java.util.Comparator;
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
record PushedPrices(
    Set<String> currencyCodes, List<OccupancyPrice> prices, @Nullable String agePrices) {
  /** As they are stored. */
  PricedNight night() {
    return new PricedNight(
        String.join("", currencyCodes),
        prices.stream().sorted(Comparator.comparingInt(OccupancyPrice::guests)).toList(),
        agePrices);
  }
}
