package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.Nights;
import channelcert.channelmanager.inventory.OccupancyPrice;
import channelcert.channelmanager.inventory.RestrictedNight;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what is wrong with the values of one push, whatever is mapped. */
final class PushCheck {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  /** A bound, so that one small message cannot ask for millions of nights. */
  private static final long MAX_NIGHTS = 500_000;

  static final int MAX_OCCUPANCIES = 200;
  private static final int MAX_AGE_PRICES_BYTES = 10_000;
  private static final int MOST_REFUSALS = 1000;
  private static final int LONGEST_CODE = 255;

  private final Set<Refusal> refusals = new LinkedHashSet<>();
  private long nights;

  Set<Refusal> refusals() {
    return refusals;
  }

  boolean isClean() {
    return refusals.isEmpty();
  }

  void nights(Nights interval, String what) {
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
      nights += interval.count();
      if (nights > MAX_NIGHTS) {
        invalid("The message covers more than " + MAX_NIGHTS + " nights. Split it into several.");
      }
    }
  }

  /** The same for days since 1970; false, and nothing noted, when something is wrong. */
  boolean takesNights(long first, long last) {
    if (last < first || first < EARLIEST.toEpochDay() || last > LATEST.toEpochDay()) {
      return false;
    }
    nights += last - first + 1;
    return nights <= MAX_NIGHTS;
  }

  void prices(PushedPrices pushed, String what) {
    if (pushed.currencyCodes().size() != 1) {
      invalid("The " + what + " need exactly one currency, not " + pushed.currencyCodes() + ".");
    }
    if (pushed.prices().isEmpty() && pushed.agePrices() == null) {
      invalid("The " + what + " are empty. Send a price for each number of guests.");
    }
    if (pushed.prices().size() > MAX_OCCUPANCIES) {
      invalid("The " + what + " are for more than " + MAX_OCCUPANCIES + " numbers of guests.");
    }
    String agePrices = pushed.agePrices();
    if (agePrices != null
        && agePrices.getBytes(StandardCharsets.UTF_8).length > MAX_AGE_PRICES_BYTES) {
      invalid("The " + what + " carry too many age prices. Send fewer age categories.");
    }
    Set<Integer> guests = new HashSet<>();
    for (OccupancyPrice price : pushed.prices()) {
      if (price.guests() < 1 || !guests.add(price.guests())) {
        invalid("The " + what + " need one price for each number of guests from 1 up.");
      }
    }
  }

  void restriction(RestrictedNight night, String what) {
    if (!night.isConsistent()) {
      invalid(
          "The "
              + what
              + " has the states "
              + night.states()
              + ". Send 1 alone, or 2 together with 6, 7 or 8.");
    }
    if (night.hasReversedLimits()) {
      invalid("The " + what + " has a minLos above its maxLos. Exchange the two.");
    }
  }

  void tooMuch(String what) {
    invalid("The message carries too " + what + ". Split it into several.");
  }

  private void invalid(String message) {
    if (refusals.size() < MOST_REFUSALS) {
      refusals.add(Refusal.of(RefusalCode.VALIDATION, message));
    }
  }

  /** A pair in words. */
  static String name(Pair pair) {
    return shortened(pair.spaceTypeCode()) + " under rate plan " + shortened(pair.ratePlanCode());
  }

  /** A code that is longer than any that can be mapped is told by its beginning. */
  static String shortened(String code) {
    return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) + "..." : code;
  }
}
