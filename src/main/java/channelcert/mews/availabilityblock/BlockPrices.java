package channelcert.mews.availabilityblock;

import channelcert.mews.availabilityblock.Allotment.BlockPrice;
import channelcert.mews.availabilityblock.Allotment.BlockRate;
import channelcert.mews.inventory.NightPriceView;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.reservation.group.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Prices of blocks that come without: those of the rate from which the block derives. */
final class BlockPrices {
  private final NightPriceView prices;

  BlockPrices(NightPriceView prices) {
    this.prices = prices;
  }

  /** The definition with prices for every category that the rate is sold for. */
  BlockDefinition completed(Property property, BlockDefinition definition) {
    return definition.with(
        definition.allotments().stream()
            .map(
                each ->
                    each.rates().isEmpty()
                        ? new Allotment(
                            each.spaceTypeCode(),
                            each.held(),
                            rates(property, definition.originalRateCode(), each))
                        : each)
            .toList());
  }

  private List<BlockRate> rates(Property property, String rate, Allotment allotment) {
    String category = allotment.spaceTypeCode();
    int capacity =
        property.categories().stream()
            .filter(each -> each.code().equals(category))
            .mapToInt(SpaceCategory::capacity)
            .findFirst()
            .orElse(0);
    if (!property.pairs().contains(new Pair(rate, category))) {
      return List.of();
    }
    Nights span = allotment.span();
    List<List<BigDecimal>> gross = new ArrayList<>();
    for (int persons = 1; persons <= capacity; persons++) {
      gross.add(prices.gross(property, rate, category, span, persons));
    }
    List<BlockRate> rates = new ArrayList<>();
    for (int i = 0; i < span.count(); i++) {
      LocalDate night = span.first().plusDays(i);
      List<BlockPrice> ofNight = new ArrayList<>();
      for (int persons = 1; persons <= capacity; persons++) {
        Money money = Money.ofGross(gross.get(persons - 1).get(i), property.taxPercent());
        ofNight.add(new BlockPrice(persons, money.gross(), money.net()));
      }
      append(rates, night, ofNight);
    }
    return rates;
  }

  private static void append(List<BlockRate> rates, LocalDate night, List<BlockPrice> prices) {
    BlockRate last = rates.isEmpty() ? null : rates.getLast();
    if (last != null && last.prices().equals(prices)) {
      Nights longer = new Nights(last.nights().first(), night);
      rates.set(rates.size() - 1, new BlockRate(longer, prices, null));
    } else {
      rates.add(new BlockRate(Nights.of(night, 1), prices, null));
    }
  }
}
