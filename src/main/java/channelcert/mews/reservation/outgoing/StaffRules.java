package channelcert.mews.reservation.outgoing;

import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.reservation.group.Extra;
import channelcert.mews.reservation.group.GuestCount;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a booking by staff has to keep (domain reference 7.5 and 7.6). */
final class StaffRules {
  private static final int DECIMALS = 2;

  private final Property property;

  StaffRules(Property property) {
    this.property = property;
  }

  /**
   * Checks a booking.
   *
   * @throws IllegalArgumentException naming what is wrong and what to do
   */
  void check(StaffBooking booking) {
    person(booking.customer(), "customer");
    if (booking.booker() != null) {
      person(booking.booker(), "booker");
    }
    require(!booking.reservations().isEmpty(), "a booking needs at least one reservation");
    booking.reservations().forEach(this::reservation);
  }

  private static void person(@Nullable JsonNode person, String role) {
    require(
        person != null && !person.path("lastName").asText("").isBlank(),
        "the " + role + " needs a lastName");
  }

  private void reservation(StaffReservation wanted) {
    Pair pair = new Pair(wanted.ratePlanCode(), wanted.spaceTypeCode());
    require(
        property.pairs().contains(pair),
        "rate plan " + pair.ratePlanCode() + " is not sold for category " + pair.spaceTypeCode());
    require(
        wanted.confirmationNumber() != null || !wanted.timeState().isCancelled(),
        "a new reservation cannot be cancelled already; leave it out");
    persons(wanted);
    if (wanted.nightsGross() != null) {
      nights(wanted, wanted.nightsGross());
    }
    wanted.extras().forEach(extra -> extra(wanted, extra));
  }

  private static void persons(StaffReservation wanted) {
    int counted = wanted.guestCounts().stream().mapToInt(GuestCount::count).sum();
    require(
        counted > 0 && wanted.guestCounts().stream().allMatch(each -> each.count() >= 0),
        "guestCounts need at least one person in all, and no count below 0");
    require(
        wanted.guests().size() <= counted,
        "there are " + wanted.guests().size() + " guests and only " + counted + " persons counted");
    wanted.guests().forEach(guest -> person(guest, "guest"));
  }

  private static void nights(StaffReservation wanted, List<BigDecimal> gross) {
    int nights = wanted.stay().nights().count();
    require(
        gross.size() == nights,
        "there are " + gross.size() + " prices for " + nights + " nights; give one for each");
    for (BigDecimal price : gross) {
      require(price.signum() >= 0, "the price " + price + " of a night is negative");
      decimals(price);
    }
  }

  private void extra(StaffReservation wanted, Extra extra) {
    require(
        property.products().stream().anyMatch(each -> each.code().equals(extra.code())),
        "there is no product " + extra.code());
    require(extra.count() > 0, "the count of product " + extra.code() + " has to be 1 or more");
    require(
        !extra.from().isBefore(wanted.stay().arrival())
            && extra.from().isBefore(extra.to())
            && !extra.to().isAfter(wanted.stay().departure()),
        "product " + extra.code() + " has to start before it ends, both inside the stay");
    decimals(extra.amount().gross());
    decimals(extra.amount().net());
  }

  private static void decimals(BigDecimal amount) {
    require(
        amount.stripTrailingZeros().scale() <= DECIMALS,
        "the amount " + amount + " has more than two decimal places");
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
