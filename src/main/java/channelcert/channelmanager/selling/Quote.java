package channelcert.channelmanager.selling;

import channelcert.channelmanager.mapping.Profile;
import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.ReservationDefinition;
import channelcert.channelmanager.reservation.Stay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prices the stays of one order and finds what cannot be booked. Stays of the booking that remain
 * as they are keep their price and are not looked up; of changed ones, nights that were booked
 * before under the same pair for the same guests keep theirs.
 */
final class Quote {
  private final StaySearch search;
  private final Profile profile;
  private final Optional<BookingDefinition> before;
  private final boolean takesUnits;
  private final Taken taken;
  private Sale.@Nullable Refused problem;
  private String currencyCode = "";

  /**
   * Prepares for one order.
   *
   * @param before the booking that is changed; empty for a new one
   * @param takesUnits whether that booking takes up units already; one that Mews refused does not
   */
  Quote(
      StaySearch search, Profile profile, Optional<BookingDefinition> before, boolean takesUnits) {
    this.search = search;
    this.profile = profile;
    this.before = before;
    this.takesUnits = takesUnits;
    this.taken = search.taken(profile.id());
    before.ifPresent(booking -> currencyCode = booking.currencyCode());
  }

  /** The first thing that is wrong; absent when everything can be booked. */
  Sale.@Nullable Refused problem() {
    return problem;
  }

  /** Currency of every stay; only a single one is possible. */
  String currencyCode() {
    return currencyCode;
  }

  /** The stays with codes and prices; of no use when there is a problem. */
  List<ReservationDefinition> stays(List<WantedStay> wanted) {
    List<ReservationDefinition> stays = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    before.ifPresent(booking -> codes.addAll(booking.codes()));
    for (WantedStay each : wanted) {
      WantedStay coded = each.code() == null ? each.coded(free(codes)) : each;
      codes.add(String.valueOf(coded.code()));
      if (problem == null) {
        stays.add(stay(coded));
      }
    }
    return stays;
  }

  private ReservationDefinition stay(WantedStay wanted) {
    String code = String.valueOf(wanted.code());
    Optional<ReservationDefinition> known =
        before.stream()
            .flatMap(booking -> booking.reservations().stream())
            .filter(each -> each.code().equals(code))
            .findFirst();
    if (takesUnits && known.isPresent() && isUnchanged(known.get(), wanted)) {
      return known.get();
    }
    return new ReservationDefinition(
        code,
        wanted.pair(),
        wanted.stay(),
        amounts(wanted, known),
        wanted.adults(),
        wanted.children(),
        known.map(ReservationDefinition::companions).orElse(List.of()),
        known.map(ReservationDefinition::products).orElse(List.of()));
  }

  private static boolean isUnchanged(ReservationDefinition known, WantedStay wanted) {
    return known.pair().equals(wanted.pair())
        && known.stay().equals(wanted.stay())
        && known.adults() == wanted.adults()
        && known.children() == wanted.children();
  }

  private List<BigDecimal> amounts(WantedStay wanted, Optional<ReservationDefinition> known) {
    @Nullable String flaw = search.flaw(profile, wanted.stay());
    if (flaw != null && known.filter(each -> isKept(each, wanted)).isEmpty()) {
      refuse(Sale.Reason.INVALID, wanted, flaw);
      return List.of();
    }
    Stock stock = search.stock(profile, List.of(wanted.stay()));
    StayOffer offer = search.offer(profile, stock, without(known), wanted);
    if (!offer.isBookable()) {
      refuse(Sale.Reason.CONFLICT, wanted, String.valueOf(offer.obstacle()));
      return List.of();
    }
    if (currencyCode.isEmpty()) {
      currencyCode = String.valueOf(offer.currencyCode());
    } else if (!currencyCode.equals(offer.currencyCode())) {
      refuse(
          Sale.Reason.CONFLICT,
          wanted,
          "It is priced in " + offer.currencyCode() + ", the booking in " + currencyCode + ".");
    }
    taken.add(wanted.pair().spaceTypeCode(), wanted.stay());
    return merged(wanted, offer, known);
  }

  /** A guest who has arrived already may depart earlier or later. */
  private boolean isKept(ReservationDefinition known, WantedStay wanted) {
    return known.pair().equals(wanted.pair())
        && known.stay().arrival().equals(wanted.stay().arrival())
        && wanted.stay().nights() > 0
        && !wanted.stay().departure().isAfter(search.today().plusDays(profile.horizonDays()));
  }

  /** The units of the reservation itself are free for its own change. */
  private Taken without(Optional<ReservationDefinition> known) {
    return known
        .filter(each -> takesUnits)
        .map(
            each -> {
              Taken own = taken.copy();
              own.remove(each.pair().spaceTypeCode(), each.stay());
              return own;
            })
        .orElse(taken);
  }

  private static List<BigDecimal> merged(
      WantedStay wanted, StayOffer offer, Optional<ReservationDefinition> known) {
    List<BigDecimal> amounts = new ArrayList<>();
    List<LocalDate> nights = wanted.stay().arrival().datesUntil(wanted.stay().departure()).toList();
    for (int i = 0; i < nights.size(); i++) {
      LocalDate night = nights.get(i);
      BigDecimal fresh = offer.nightAmounts().get(i);
      amounts.add(known.flatMap(each -> booked(each, wanted, night)).orElse(fresh));
    }
    return amounts;
  }

  private static Optional<BigDecimal> booked(
      ReservationDefinition known, WantedStay wanted, LocalDate night) {
    Stay stay = known.stay();
    boolean same =
        known.pair().equals(wanted.pair())
            && known.adults() + known.children() == wanted.guests()
            && !night.isBefore(stay.arrival())
            && night.isBefore(stay.departure());
    int index = (int) (night.toEpochDay() - stay.arrival().toEpochDay());
    return same && index < known.nightAmounts().size()
        ? Optional.of(known.nightAmounts().get(index))
        : Optional.empty();
  }

  private void refuse(Sale.Reason reason, WantedStay wanted, String message) {
    problem =
        new Sale.Refused(
            reason,
            wanted.pair().spaceTypeCode()
                + " under "
                + wanted.pair().ratePlanCode()
                + " cannot be booked: "
                + message);
  }

  private static String free(Set<String> codes) {
    int number = 1;
    String code = String.format(Locale.ROOT, "%02d", number);
    while (codes.contains(code)) {
      number++;
      code = String.format(Locale.ROOT, "%02d", number);
    }
    return code;
  }
}
