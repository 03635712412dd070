package channelcert.channelmanager.selling;

import channelcert.channelmanager.inventory.InventoryReader;
import channelcert.channelmanager.inventory.ModeStore;
import channelcert.channelmanager.inventory.StayRules;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.Mapping;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Profile;
import channelcert.channelmanager.reservation.BookedReservation;
import channelcert.channelmanager.reservation.BookingHistoryStore;
import channelcert.channelmanager.reservation.BookingLine;
import channelcert.channelmanager.reservation.DefinitionMapper;
import channelcert.channelmanager.reservation.Stay;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which stays can be booked and at which price: from availability, restrictions and prices as
 * Mews pushed them, less what was sold here and is not confirmed yet.
 */
public final class StaySearch {
  private final InventoryReader inventory;
  private final ConfigurationStore configurations;
  private final ModeStore modes;
  private final BookingHistoryStore bookings;
  private final Clock clock;

  /** Wires the work. */
  public StaySearch(
      InventoryReader inventory,
      ConfigurationStore configurations,
      ModeStore modes,
      BookingHistoryStore bookings,
      Clock clock) {
    this.inventory = inventory;
    this.configurations = configurations;
    this.modes = modes;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** What is wrong with the days of a stay, whatever is stored; absent when nothing is. */
  public @Nullable String flaw(Profile profile, Stay stay) {
    LocalDate today = today();
    if (stay.nights() < 1) {
      return "The departure has to be after the arrival.";
    }
    if (stay.arrival().isBefore(today)) {
      return "The arrival lies in the past; today is " + today + ".";
    }
    LocalDate end = today.plusDays(profile.horizonDays());
    return stay.departure().isAfter(end)
        ? "The stay ends after "
            + end
            + ", further ahead than the "
            + profile.horizonDays()
            + " days for which this connection sells."
        : null;
  }

  /** Every mapped pair with its price or with what stands against it, bookable ones first. */
  public List<StayOffer> offers(Profile profile, Stay stay, int guests) {
    Stock stock = stock(profile, List.of(stay));
    Taken taken = taken(profile.id());
    return configurations.pairs(profile.id()).stream()
        .map(pair -> offer(profile, stock, taken, new WantedStay(null, pair, stay, guests, 0)))
        .sorted(
            Comparator.comparing(StayOffer::isBookable)
                .reversed()
                .thenComparing(StayOffer::total)
                .thenComparing(each -> each.pair().spaceTypeCode())
                .thenComparing(each -> each.pair().ratePlanCode()))
        .toList();
  }

  Stock stock(Profile profile, List<Stay> stays) {
    return Stock.read(inventory, profile.id(), profile.connection().priceSide(), stays);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  /** Reservations that Mews has never confirmed: its availability does not know of them yet. */
  Taken taken(long connectionId) {
    Taken taken = new Taken();
    for (BookingLine line : bookings.unconfirmed(connectionId)) {
      Set<String> waiting = new HashSet<>();
      for (BookedReservation each : line.booking().reservations()) {
        if (each.confirmationNumber() == null && !each.cancelled()) {
          waiting.add(each.code());
        }
      }
      DefinitionMapper.read(line.newest().body())
          .ifPresent(
              definition ->
                  definition.reservations().stream()
                      .filter(each -> waiting.contains(each.code()))
                      .forEach(each -> taken.add(each.pair().spaceTypeCode(), each.stay())));
    }
    return taken;
  }

  /** What one pair says about a stay. */
  StayOffer offer(Profile profile, Stock stock, Taken taken, WantedStay wanted) {
    Pair pair = wanted.pair();
    Stay stay = wanted.stay();
    List<BigDecimal> amounts = new ArrayList<>();
    Set<String> currencies = new HashSet<>();
    int available = Integer.MAX_VALUE;
    for (LocalDate night : stay.arrival().datesUntil(stay.departure()).toList()) {
      available =
          Math.min(
              available,
              stock.units(pair.spaceTypeCode(), night) - taken.at(pair.spaceTypeCode(), night));
      stock
          .price(pair, night, wanted.guests())
          .ifPresent(
              price -> {
                amounts.add(price.amount());
                currencies.add(price.currencyCode());
              });
    }
    boolean priced = amounts.size() == stay.nights() && currencies.size() == 1;
    @Nullable String currency = priced ? currencies.iterator().next() : null;
    return new StayOffer(
        pair,
        obstacle(profile, stock, wanted, currency, available),
        currency,
        priced ? List.copyOf(amounts) : List.of(),
        Math.max(0, available));
  }

  private @Nullable String obstacle(
      Profile profile, Stock stock, WantedStay wanted, @Nullable String currency, int available) {
    if (!profile.connection().active()) {
      return "The connection is not active.";
    }
    Mapping mapping =
        configurations.mapping(profile.id()).withholding(modes.withheld(profile.id()));
    if (!mapping.sells(wanted.pair())) {
      return "The pair is not mapped.";
    }
    Optional<StayRules.Found> found = stock.obstacle(wanted.pair(), wanted.stay());
    if (found.isPresent()) {
      return words(found.get(), wanted.stay().nights());
    }
    if (available < 1) {
      return "No unit is free on every night.";
    }
    if (currency == null) {
      return "There is no price for " + guests(wanted.guests()) + " on every night.";
    }
    return profile.currencyCode() != null && !profile.currencyCode().equals(currency)
        ? "It is priced in "
            + currency
            + ", but the connection sells in "
            + profile.currencyCode()
            + "."
        : null;
  }

  private static String words(StayRules.Found found, long nights) {
    return switch (found.obstacle()) {
      case LENGTH ->
          "Closed for a stay of "
              + nights
              + (nights == 1 ? " night" : " nights")
              + " by a length-of-stay restriction on "
              + found.day()
              + ".";
      case STAY -> "Closed on " + found.day() + ".";
      case ARRIVAL -> "Closed to arrival on " + found.day() + ".";
      case DEPARTURE -> "Closed to departure on " + found.day() + ".";
    };
  }

  private static String guests(int guests) {
    return guests == 1 ? "1 guest" : guests + " guests";
  }
}
