package channelcert.channelmanager.driver;

import channelcert.channelmanager.inventory.InventoryReader;
import channelcert.channelmanager.inventory.NightRun;
import channelcert.channelmanager.inventory.Nights;
import channelcert.channelmanager.inventory.OccupancyPrice;
import channelcert.channelmanager.inventory.PricedNight;
import channelcert.channelmanager.inventory.RestrictedNight;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.PriceSide;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.StoredAri;
import channelcert.contract.driver.StoredAvailability;
import channelcert.contract.driver.StoredPrice;
import channelcert.contract.driver.StoredPrices;
import channelcert.contract.driver.StoredRestriction;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the ARI store to what the extranet shows. */
final class AriMapper {
  private final InventoryReader inventory;

  AriMapper(InventoryReader inventory) {
    this.inventory = inventory;
  }

  StoredAri stored(Connection connection, Nights nights) {
    PriceSide side = connection.priceSide();
    return StoredAri.builder()
        .pricing(Pricing.valueOf(side.name()))
        .availabilities(
            inventory.availability(connection.id(), nights).stream()
                .map(AriMapper::availability)
                .toList())
        .prices(
            inventory.prices(connection.id(), nights).stream()
                .map(run -> prices(run, side))
                .toList())
        .restrictions(
            inventory.restrictions(connection.id(), nights).stream()
                .map(AriMapper::restriction)
                .toList())
        .dependentRates(rules(connection))
        .build();
  }

  private @Nullable List<Object> rules(Connection connection) {
    List<Object> rules =
        inventory.dependentRates(connection.id()).stream().map(rule -> json(rule.rule())).toList();
    return rules.isEmpty() ? null : rules;
  }

  /** The objects in a list that was stored as text. */
  private static @Nullable List<Object> list(@Nullable String text) {
    return text == null ? null : List.copyOf((List<?>) json(text));
  }

  private static Object json(String text) {
    try {
      return Json.mapper().readValue(text, Object.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was stored is not readable", impossible);
    }
  }

  private static StoredAvailability availability(NightRun<String, Integer> run) {
    return StoredAvailability.builder()
        .spaceTypeCode(run.key())
        .from(run.nights().first())
        .to(run.nights().last())
        .availability(run.value())
        .build();
  }

  private static StoredPrices prices(NightRun<Pair, PricedNight> run, PriceSide side) {
    return StoredPrices.builder()
        .spaceTypeCode(run.key().spaceTypeCode())
        .ratePlanCode(run.key().ratePlanCode())
        .from(run.nights().first())
        .to(run.nights().last())
        .currencyCode(run.value().currencyCode())
        .prices(run.value().occupancies().stream().map(each -> price(each, side)).toList())
        .agePrices(list(run.value().agePrices()))
        .build();
  }

  private static StoredPrice price(OccupancyPrice price, PriceSide side) {
    BigDecimal amount = side == PriceSide.GROSS ? price.gross() : price.net();
    return StoredPrice.builder().guestCount(price.guests()).amount(amount).build();
  }

  private static StoredRestriction restriction(NightRun<Pair, RestrictedNight> run) {
    RestrictedNight night = run.value();
    StoredRestriction.Builder stored =
        StoredRestriction.builder()
            .spaceTypeCode(run.key().spaceTypeCode())
            .ratePlanCode(run.key().ratePlanCode())
            .from(run.nights().first())
            .to(run.nights().last())
            .closed(night.closed())
            .closedToArrival(night.closedToArrival())
            .closedToDeparture(night.closedToDeparture());
    return stored.minLos(night.minLos()).maxLos(night.maxLos()).build();
  }
}
