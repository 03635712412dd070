package channelcert.mews.control;

import channelcert.contract.control.HotelierRestriction;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.HotelierRestriction.Applies;
import channelcert.mews.inventory.HotelierRestriction.Closure;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.inventory.RestrictionChange;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Changes of what is sold, from the words of the control API. */
final class InventoryMapper {
  private static final int MOST_NIGHTS = 3700;

  private InventoryMapper() {}

  static Nights nights(LocalDate from, LocalDate to) {
    Nights nights = new Nights(from, to);
    if (nights.count() > MOST_NIGHTS) {
      throw ControlRefusal.badRequest(
          "from %s to %s are %d nights; name at most %d."
              .formatted(from, to, nights.count(), MOST_NIGHTS));
    }
    return nights;
  }

  static AvailabilityChange change(channelcert.contract.control.AvailabilityChange change) {
    return new AvailabilityChange(
        change.spaceTypeCode(), nights(change.from(), change.to()), change.units());
  }

  static PriceChange change(channelcert.contract.control.PriceChange change) {
    return new PriceChange(
        change.ratePlanCode(),
        change.spaceTypeCode(),
        nights(change.from(), change.to()),
        change.gross());
  }

  static RestrictionChange change(channelcert.contract.control.RestrictionChange change) {
    return new RestrictionChange(
        change.ratePlanCode(),
        change.spaceTypeCode(),
        nights(change.from(), change.to()),
        change.states(),
        change.minLos(),
        change.maxLos());
  }

  static channelcert.contract.control.PriceChange shown(PriceChange price) {
    return new channelcert.contract.control.PriceChange(
        price.ratePlanCode(),
        price.spaceTypeCode(),
        price.nights().first(),
        price.nights().last(),
        price.gross());
  }

  static channelcert.contract.control.RestrictionChange shown(RestrictionChange restriction) {
    return channelcert.contract.control.RestrictionChange.builder()
        .ratePlanCode(restriction.ratePlanCode())
        .spaceTypeCode(restriction.spaceTypeCode())
        .from(restriction.nights().first())
        .to(restriction.nights().last())
        .states(restriction.states())
        .minLos(restriction.minLos())
        .maxLos(restriction.maxLos())
        .build();
  }

  static channelcert.mews.inventory.HotelierRestriction restriction(HotelierRestriction given) {
    return new channelcert.mews.inventory.HotelierRestriction(
        given.closedTo().stream()
            .map(closure -> Closure.valueOf(closure.name()))
            .collect(Collectors.toUnmodifiableSet()),
        Applies.valueOf(given.applies().name()),
        given.shortest(),
        given.longest());
  }
}
