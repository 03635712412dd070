package channelcert.channelmanager.push;

import static java.util.stream.Collectors.toCollection;

import channelcert.channelmanager.inventory.DependentRule;
import channelcert.channelmanager.inventory.Nights;
import channelcert.channelmanager.inventory.OccupancyPrice;
import channelcert.channelmanager.inventory.RestrictedNight;
import channelcert.channelmanager.mapping.Pair;
import channelcert.contract.channelmanager.AgePrice;
import channelcert.contract.channelmanager.Availability;
import channelcert.contract.channelmanager.DependentRate;
import channelcert.contract.channelmanager.RatePrice;
import channelcert.contract.channelmanager.Restriction;
import channelcert.contract.channelmanager.RestrictionState;
import channelcert.contract.shared.Price;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From pushed entries to the words of the ARI store. */
final class PushMapper {
  private PushMapper() {}

  static void availability(Availability entry, PushContents contents) {
    contents.availability(
        entry.spaceTypeCode(), new Nights(entry.from(), entry.to()), entry.availability());
  }

  static void prices(RatePrice entry, PushContents contents) {
    contents.prices(
        new Pair(entry.ratePlanCode(), entry.spaceTypeCode()),
        new Nights(entry.from(), entry.to()),
        pushedPrices(entry));
  }

  static void restriction(Restriction entry, PushContents contents) {
    contents.restriction(
        new Pair(entry.ratePlanCode(), entry.spaceTypeCode()),
        new Nights(entry.from(), entry.to()),
        RestrictedNight.of(
            entry.state().stream().map(RestrictionState::wire).toList(),
            entry.minLos(),
            entry.maxLos()));
  }

  static void rule(DependentRate rate, PushContents contents) {
    contents.rule(new DependentRule(rate.rateCode(), json(rate)));
  }

  private static PushedPrices pushedPrices(RatePrice entry) {
    List<AgePrice> agePrices = entry.agePrices() == null ? List.of() : entry.agePrices();
    Set<String> currencies =
        Stream.concat(
                entry.prices().stream().map(Price::currencyCode),
                agePrices.stream().map(AgePrice::currencyCode))
            .collect(toCollection(TreeSet::new));
    List<OccupancyPrice> prices =
        entry.prices().stream()
            .map(
                each -> new OccupancyPrice(each.guestCount(), each.grossAmount(), each.netAmount()))
            .toList();
    @Nullable String age = agePrices.isEmpty() ? null : json(agePrices);
    return new PushedPrices(currencies, prices, age);
  }

  private static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a message that was read is not writable", impossible);
    }
  }
}
