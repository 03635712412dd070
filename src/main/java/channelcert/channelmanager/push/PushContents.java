package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.DependentRule;
import channelcert.channelmanager.inventory.NightChanges;
import channelcert.channelmanager.inventory.Nights;
import channelcert.channelmanager.inventory.PackedAvailability;
import channelcert.channelmanager.inventory.PackedPrices;
import channelcert.channelmanager.inventory.PackedRestriction;
import channelcert.channelmanager.inventory.RestrictedNight;
import channelcert.channelmanager.mapping.Mapping;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a push says, taken in entry by entry and packed at once, with everything that is wrong with
 * it. Once something is wrong, values are only looked at and not kept.
 */
final class PushContents {
  private static final int MOST_REFUSALS = 1000;
  private static final int MOST_CODE_CHARACTERS = 4_000_000;
  private static final int MOST_VALUE_BYTES = 32 << 20;

  private final PushCheck check = new PushCheck();
  private final NightChanges changes = new NightChanges();
  private final List<DependentRule> rules = new ArrayList<>();
  private final Set<Named> named = new LinkedHashSet<>();
  private long codeCharacters;
  private long valueBytes;
  private @Nullable Pair lastPacked;

  /** Codes that occur together; one of them may be absent. */
  private record Named(@Nullable String ratePlan, @Nullable String spaceType) {
    static Named of(Pair pair) {
      return new Named(pair.ratePlanCode(), pair.spaceTypeCode());
    }

    int length() {
      return (ratePlan == null ? 0 : ratePlan.length())
          + (spaceType == null ? 0 : spaceType.length());
    }
  }

  NightChanges changes() {
    return changes;
  }

  List<DependentRule> rules() {
    return rules;
  }

  /** Takes units of a space category; a negative number counts as none. */
  void availability(String spaceType, Nights nights, int units) {
    name(new Named(null, spaceType));
    check.nights(nights, "availability of " + PushCheck.shortened(spaceType));
    if (check.isClean()) {
      set(new Pair("", spaceType), nights, PackedAvailability.pack(Math.max(0, units)));
    }
  }

  void prices(Pair pair, Nights nights, PushedPrices pushed) {
    name(Named.of(pair));
    String what = "prices of " + PushCheck.name(pair);
    check.nights(nights, what);
    check.prices(pushed, what);
    if (check.isClean()) {
      set(pair, nights, PackedPrices.pack(pushed.night()));
    }
  }

  /**
   * Takes prices that were packed already.
   *
   * @param first day since 1970 of the first night
   * @param last day since 1970 of the last night
   * @return false when something is wrong; then this is of no use any more
   */
  boolean packed(Pair pair, long first, long last, byte[] prices) {
    if (!pair.equals(lastPacked)) {
      name(Named.of(pair));
      lastPacked = pair;
    }
    valueBytes += prices.length;
    bound();
    changes.set(pair, first, last, prices);
    return check.takesNights(first, last) && check.isClean();
  }

  /** Takes a restriction; it replaces everything known for its days. */
  void restriction(Pair pair, Nights nights, RestrictedNight restriction) {
    name(Named.of(pair));
    String what = "restriction of " + PushCheck.name(pair);
    check.nights(nights, what);
    check.restriction(restriction, what);
    if (check.isClean()) {
      set(pair, nights, PackedRestriction.pack(restriction));
    }
  }

  /** Takes a rule by which a rate plan derives. */
  void rule(DependentRule rule) {
    name(new Named(rule.ratePlanCode(), null));
    valueBytes += rule.rule().length();
    bound();
    if (check.isClean()) {
      rules.add(rule);
    }
  }

  /** Everything that is wrong: every bad code once, then the values. */
  List<Refusal> refusals(Mapping mapping) {
    Set<Refusal> all = new LinkedHashSet<>();
    for (Named codes : named) {
      if (all.size() < MOST_REFUSALS) {
        addUnmapped(all, codes, mapping);
      }
    }
    all.addAll(check.refusals());
    return List.copyOf(all);
  }

  private static void addUnmapped(Set<Refusal> refusals, Named codes, Mapping mapping) {
    String ratePlan = codes.ratePlan();
    String spaceType = codes.spaceType();
    boolean known = true;
    if (ratePlan != null && !mapping.hasRatePlan(ratePlan)) {
      refusals.add(Refusal.unmappedRatePlan(ratePlan));
      known = false;
    }
    if (spaceType != null && !mapping.hasSpaceType(spaceType)) {
      refusals.add(Refusal.unmappedSpaceType(spaceType));
      known = false;
    }
    if (known && ratePlan != null && spaceType != null) {
      Pair pair = new Pair(ratePlan, spaceType);
      if (!mapping.sells(pair)) {
        refusals.add(Refusal.pairNotSold(pair));
      }
    }
  }

  private void set(Pair key, Nights nights, byte[] value) {
    valueBytes += value.length;
    bound();
    changes.set(key, nights.first().toEpochDay(), nights.last().toEpochDay(), value);
  }

  private void name(Named codes) {
    if (codeCharacters <= MOST_CODE_CHARACTERS && named.add(codes)) {
      codeCharacters += codes.length();
      bound();
    }
  }

  private void bound() {
    if (codeCharacters > MOST_CODE_CHARACTERS) {
      check.tooMuch("many different codes");
    }
    if (valueBytes > MOST_VALUE_BYTES) {
      check.tooMuch("many values");
    }
  }
}
