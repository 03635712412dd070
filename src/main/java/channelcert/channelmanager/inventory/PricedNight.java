package channelcert.channelmanager.inventory;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a pair for one night as they are stored: all numbers of guests in one text, so that a
 * night is one row.
 *
 * @param currencyCode of every price
 * @param prices {@code guests:gross:net} joined by semicolons, fewest guests first
 * @param agePrices JSON as it was pushed, absent when there was none
 */
public record PricedNight(String currencyCode, String prices, @Nullable String agePrices) {
  static PricedNight of(PushedPrices pushed) {
    String prices =
        pushed.prices().stream()
            .sorted(Comparator.comparingInt(OccupancyPrice::guests))
            .map(each -> each.guests() + ":" + each.gross() + ":" + each.net())
            .collect(joining(";"));
    return new PricedNight(String.join("", pushed.currencyCodes()), prices, pushed.agePrices());
  }

  /** The prices, fewest guests first. */
  public List<OccupancyPrice> occupancies() {
    return prices.isEmpty()
        ? List.of()
        : Arrays.stream(prices.split(";", -1)).map(PricedNight::occupancy).toList();
  }

  private static OccupancyPrice occupancy(String text) {
    String[] parts = text.split(":", -1);
    return new OccupancyPrice(
        Integer.parseInt(parts[0]), new BigDecimal(parts[1]), new BigDecimal(parts[2]));
  }
}
