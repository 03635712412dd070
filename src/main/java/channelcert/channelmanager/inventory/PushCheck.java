package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Mapping;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects everything that is wrong with one push, each bad code once. */
final class PushCheck {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final long MAX_NIGHTS = 500_000;
  private static final int MAX_OCCUPANCIES = 200;
  private static final int MAX_AGE_PRICES_LENGTH = 100_000;

  private final Mapping mapping;
  private final Set<Refusal> refusals = new LinkedHashSet<>();
  private long nights;

  PushCheck(Mapping mapping) {
    this.mapping = mapping;
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** The kind is switched off: nothing else about the push matters. */
  void switchedOff(PushKind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    RefusalCode code =
        switch (kind) {
          case AVAILABILITY -> RefusalCode.AVAILABILITY_OFF;
          case PRICES -> RefusalCode.PRICES_OFF;
          case RESTRICTIONS -> RefusalCode.RESTRICTIONS_OFF;
        };
    refusals.add(
        Refusal.of(
            code,
            "Updates of "
                + name
                + " are switched off in the extranet. Switch them on under Connections, then"
                + " enable them in Mews again and send a full update."));
  }

  void availability(NightUpdate<String, Integer> update) {
    spaceType(update.key());
    nights(update.nights(), "availability of " + update.key());
  }

  void prices(NightUpdate<Pair, PushedPrices> update) {
    String what = "prices of " + name(update.key());
    pair(update.key());
    nights(update.nights(), what);
    PushedPrices pushed = update.value();
    if (pushed.currencyCodes().size() != 1) {
      invalid("The " + what + " need exactly one currency, not " + pushed.currencyCodes() + ".");
    }
    occupancies(pushed, what);
    if (pushed.agePrices() != null && pushed.agePrices().length() > MAX_AGE_PRICES_LENGTH) {
      invalid("The " + what + " carry too many age prices. Send fewer age categories.");
    }
  }

  void restrictions(NightUpdate<Pair, RestrictedNight> update) {
    String what = "restriction of " + name(update.key());
    pair(update.key());
    nights(update.nights(), what);
    if (!update.value().isConsistent()) {
      invalid(
          "The "
              + what
              + " has the states "
              + update.value().states()
              + ". Send 1 alone, or 2 together with 6, 7 or 8.");
    }
    if (update.value().hasReversedLimits()) {
      invalid("The " + what + " has a minLos above its maxLos. Exchange the two.");
    }
  }

  void ratePlan(String code) {
    if (!mapping.hasRatePlan(code)) {
      refusals.add(Refusal.unmappedRatePlan(code));
    }
  }

  private void spaceType(String code) {
    if (!mapping.hasSpaceType(code)) {
      refusals.add(Refusal.unmappedSpaceType(code));
    }
  }

  private void pair(Pair pair) {
    ratePlan(pair.ratePlanCode());
    spaceType(pair.spaceTypeCode());
    if (mapping.hasRatePlan(pair.ratePlanCode())
        && mapping.hasSpaceType(pair.spaceTypeCode())
        && !mapping.sells(pair)) {
      refusals.add(Refusal.pairNotSold(pair));
    }
  }

  private void nights(Nights interval, String what) {
    if (interval.count() < 1) {
      invalid(
          "The "
              + what
              + " starts on "
              + interval.first()
              + ", after its end on "
              + interval.last()
              + ". Send the first night in from and the last night in to.");
    } else if (interval.first().isBefore(EARLIEST) || interval.last().isAfter(LATEST)) {
      invalid("The " + what + " lies outside the years 2000 to 2199. Correct from and to.");
    } else {
      count(interval);
    }
  }

  /** A bound, so that one small message cannot ask for millions of rows. */
  private void count(Nights interval) {
    nights += interval.count();
    if (nights > MAX_NIGHTS) {
      invalid("The message covers more than " + MAX_NIGHTS + " nights. Split it into several.");
    }
  }

  private void occupancies(PushedPrices pushed, String what) {
    if (pushed.prices().isEmpty() && pushed.agePrices() == null) {
      invalid("The " + what + " are empty. Send a price for each number of guests.");
    }
    if (pushed.prices().size() > MAX_OCCUPANCIES) {
      invalid("The " + what + " are for more than " + MAX_OCCUPANCIES + " numbers of guests.");
    }
    Set<Integer> guests = new HashSet<>();
    for (OccupancyPrice price : pushed.prices()) {
      if (price.guests() < 1 || !guests.add(price.guests())) {
        invalid("The " + what + " need one price for each number of guests from 1 up.");
      }
    }
  }

  private void invalid(String message) {
    refusals.add(Refusal.of(RefusalCode.VALIDATION, message));
  }

  private static String name(Pair pair) {
    return pair.spaceTypeCode() + " under rate plan " + pair.ratePlanCode();
  }
}
