package channelcert.mews.reservation.outgoing;

import static channelcert.mews.reservation.outgoing.StaffRules.require;

import channelcert.mews.inventory.NightPriceView;
import channelcert.mews.property.Property;
import channelcert.mews.reservation.CardMask;
import channelcert.mews.reservation.group.Definition;
import channelcert.mews.reservation.group.GuestCount;
import channelcert.mews.reservation.group.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what staff want of a booking into the booking. */
final class StaffPlan {
  private final Property property;
  private final NightPriceView prices;
  private final Supplier<String> numbers;

  /**
   * Makes the plan for a property.
   *
   * @param numbers gives the next confirmation number; asked once for each new reservation
   */
  StaffPlan(Property property, NightPriceView prices, Supplier<String> numbers) {
    this.property = property;
    this.prices = prices;
    this.numbers = numbers;
  }

  HouseGroup create(String id, StaffBooking booking) {
    return define(
        new HouseGroup(
            id,
            property.id(),
            null,
            null,
            property.currencyCode(),
            booking.customer(),
            booking.booker(),
            List.of(),
            List.of()),
        booking);
  }

  /** The booking under its new definition; reservations that are not listed are cancelled. */
  HouseGroup define(HouseGroup known, StaffBooking booking) {
    Map<String, HouseReservation> reservations = new LinkedHashMap<>();
    known.reservations().forEach(each -> reservations.put(each.confirmationNumber(), each));
    Set<String> listed = new HashSet<>();
    for (StaffReservation wanted : booking.reservations()) {
      HouseReservation old = old(known, reservations, wanted);
      String number = old == null ? numbers.get() : old.confirmationNumber();
      require(listed.add(number), "reservation " + number + " is listed twice");
      reservations.put(number, reservation(number, old, wanted));
    }
    reservations.replaceAll(
        (number, each) ->
            listed.contains(number) || each.timeState().isCancelled()
                ? each
                : each.in(TimeState.CANCELED));
    return new HouseGroup(
        known.id(),
        known.propertyId(),
        known.origin(),
        known.origin() == null ? booking.blockNumber() : known.blockNumber(),
        known.currencyCode(),
        booking.customer(),
        booking.booker(),
        booking.comments().stream().map(CardMask::scrub).toList(),
        new ArrayList<>(reservations.values()));
  }

  private static @Nullable HouseReservation old(
      HouseGroup group, Map<String, HouseReservation> reservations, StaffReservation wanted) {
    String number = wanted.confirmationNumber();
    if (number == null) {
      require(
          group.origin() == null,
          "only its channel manager can add a reservation to this booking; make another booking");
      return null;
    }
    HouseReservation old = reservations.get(number);
    require(old != null, "the booking has no reservation " + number);
    return old;
  }

  private HouseReservation reservation(
      String number, @Nullable HouseReservation old, StaffReservation wanted) {
    Definition definition =
        new Definition(
            wanted.spaceTypeCode(),
            wanted.ratePlanCode(),
            wanted.stay(),
            nights(old, wanted),
            wanted.guestCounts(),
            wanted.guests(),
            wanted.extras());
    return new HouseReservation(
        number,
        old == null ? null : old.code(),
        wanted.timeState(),
        wanted.card() == null && old != null ? old.card() : wanted.card(),
        definition,
        old != null && old.announced());
  }

  /** Without prices, what was agreed stays as long as the stay does. */
  private List<Money> nights(@Nullable HouseReservation old, StaffReservation wanted) {
    if (wanted.nightsGross() != null) {
      return wanted.nightsGross().stream().map(this::money).toList();
    }
    if (old != null && isSameStay(old.definition(), wanted)) {
      return old.definition().nights();
    }
    int guests = wanted.guestCounts().stream().mapToInt(GuestCount::count).sum();
    return prices
        .gross(
            property, wanted.ratePlanCode(), wanted.spaceTypeCode(), wanted.stay().nights(), guests)
        .stream()
        .map(this::money)
        .toList();
  }

  private static boolean isSameStay(Definition old, StaffReservation wanted) {
    return old.spaceTypeCode().equals(wanted.spaceTypeCode())
        && old.ratePlanCode().equals(wanted.ratePlanCode())
        && old.stay().equals(wanted.stay())
        && old.guestCounts().equals(wanted.guestCounts());
  }

  private Money money(BigDecimal gross) {
    return Money.ofGross(gross, property.taxPercent());
  }
}
