package channelcert.channelmanager.selling;

import channelcert.channelmanager.inventory.InventoryReader;
import channelcert.channelmanager.inventory.Nights;
import channelcert.channelmanager.inventory.OccupancyPrice;
import channelcert.channelmanager.inventory.PricedNight;
import channelcert.channelmanager.inventory.RestrictedNight;
import channelcert.channelmanager.inventory.SourcedNight;
import channelcert.channelmanager.inventory.StayRules;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.PriceSide;
import channelcert.channelmanager.reservation.Stay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is stored for the nights of some stays of one connection. */
final class Stock {
  private final Map<String, Map<LocalDate, Integer>> availability;
  private final Map<Pair, Map<LocalDate, PricedNight>> prices;
  private final Map<Pair, Map<LocalDate, RestrictedNight>> restrictions;
  private final PriceSide side;

  private Stock(
      Map<String, Map<LocalDate, Integer>> availability,
      Map<Pair, Map<LocalDate, PricedNight>> prices,
      Map<Pair, Map<LocalDate, RestrictedNight>> restrictions,
      PriceSide side) {
    this.availability = availability;
    this.prices = prices;
    this.restrictions = restrictions;
    this.side = side;
  }

  /** Reads the days from the first arrival to the last departure. */
  static Stock read(
      InventoryReader inventory, long connectionId, PriceSide side, List<Stay> stays) {
    LocalDate first = stays.stream().map(Stay::arrival).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = stays.stream().map(Stay::departure).max(LocalDate::compareTo).orElseThrow();
    Nights window = new Nights(first, last);
    return new Stock(
        byKey(inventory.availabilityCells(connectionId, window)),
        byKey(inventory.priceCells(connectionId, window)),
        byKey(inventory.restrictionCells(connectionId, window)),
        side);
  }

  /** Units of a category on a night; none where nothing was pushed. */
  int units(String spaceTypeCode, LocalDate night) {
    return availability.getOrDefault(spaceTypeCode, Map.of()).getOrDefault(night, 0);
  }

  /** The price of a night for a number of guests, with its currency; empty where there is none. */
  Optional<NightPrice> price(Pair pair, LocalDate night, int guests) {
    PricedNight priced = prices.getOrDefault(pair, Map.of()).get(night);
    if (priced == null) {
      return Optional.empty();
    }
    return priced.occupancies().stream()
        .filter(each -> each.guests() == guests)
        .findFirst()
        .map(each -> new NightPrice(amount(each), priced.currencyCode()));
  }

  /** What restrictions say about a stay under a pair. */
  Optional<StayRules.Found> obstacle(Pair pair, Stay stay) {
    return StayRules.obstacle(
        restrictions.getOrDefault(pair, Map.of()), stay.arrival(), stay.departure());
  }

  /** The price of a night on the side of the connection. */
  record NightPrice(BigDecimal amount, String currencyCode) {}

  private BigDecimal amount(OccupancyPrice price) {
    return side == PriceSide.GROSS ? price.gross() : price.net();
  }

  private static <K, V> Map<K, Map<LocalDate, V>> byKey(List<SourcedNight<K, V>> cells) {
    Map<K, Map<LocalDate, V>> byKey = new HashMap<>();
    for (SourcedNight<K, V> cell : cells) {
      byKey.computeIfAbsent(cell.key(), each -> new HashMap<>()).put(cell.night(), cell.value());
    }
    return byKey;
  }
}
