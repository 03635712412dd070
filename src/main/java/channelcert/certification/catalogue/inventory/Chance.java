package channelcert.certification.catalogue.inventory;

import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.property.Property.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Values that nobody can guess, from the random source of the row. */
final class Chance {
  private final RandomGenerator random;

  Chance(RandomGenerator random) {
    this.random = random;
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** Cuts nights into neighbouring intervals of chosen lengths. */
  List<Nights> intervals(Nights nights, int shortest, int longest) {
    List<Nights> intervals = new ArrayList<>();
    int done = 0;
    while (done < nights.count()) {
      int count = Math.min(between(shortest, longest), nights.count() - done);
      intervals.add(Nights.of(nights.first().plusDays(done), count));
      done += count;
    }
    return intervals;
  }

  /** New prices of a pair, for every number of guests up to the capacity of its category. */
  PriceChange price(Pair pair, Nights nights, Map<String, Integer> capacities) {
    int capacity = Objects.requireNonNull(capacities.get(pair.spaceTypeCode()));
    return new PriceChange(
        pair.ratePlanCode(), pair.spaceTypeCode(), nights, grossPrices(capacity));
  }

  /**
   * Gross prices a night for 1, 2, 3 ... guests, each higher than the one before, with odd cents so
   * that gross and net never look alike.
   */
  private List<BigDecimal> grossPrices(int capacity) {
    List<BigDecimal> prices = new ArrayList<>();
    int cents = between(3_500, 16_000);
    for (int guests = 1; guests <= capacity; guests++) {
      prices.add(BigDecimal.valueOf(cents | 1, 2));
      cents += between(700, 3_900);
    }
    return prices;
  }
}
