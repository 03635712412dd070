package channelcert.mews.inventory;

import channelcert.mews.property.DependentRate;
import channelcert.mews.property.PriceList;
import channelcert.mews.property.PriceRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices that follow from those of a base rate. */
final class DependentPrices {
  private DependentPrices() {}

  /** Puts derived prices in the place of whatever was set for dependent rates before. */
  static void derive(PriceRules rules, Map<InventoryKey, NightValues> values) {
    for (DependentRate rule : rules.dependentRates()) {
      for (InventoryKey key : List.copyOf(values.keySet())) {
        NightValues base =
            values.get(new InventoryKey(key.spaceTypeCode(), rule.baseRatePlanCode()));
        if (key.ratePlanCode().equals(rule.ratePlanCode()) && base != null) {
          values.put(key, derived(rule, base));
        }
      }
    }
  }

  /** Nights are asked for several times when equal neighbours are joined, so prices are kept. */
  private static NightValues derived(DependentRate rule, NightValues base) {
    Map<LocalDate, String> known = new HashMap<>();
    return new NightValues(
        night -> {
          String price = known.get(night);
          if (price == null) {
            price = price(rule, night, base.at(night));
            if (price != null) {
              known.put(night, price);
            }
          }
          return price;
        });
  }

  private static @Nullable String price(
      DependentRate rule, LocalDate night, @Nullable String base) {
    return base == null ? null : PriceList.write(rule.derive(night, PriceList.read(base)));
  }

  /** Changes of prices, with the same for every rate that follows. */
  static List<InventoryItem> withDependents(PriceRules rules, List<InventoryItem> changes) {
    List<InventoryItem> all = new ArrayList<>(changes);
    for (DependentRate rule : rules.dependentRates()) {
      for (InventoryItem change : changes) {
        if (change.key().ratePlanCode().equals(rule.baseRatePlanCode())) {
          InventoryKey key = new InventoryKey(change.key().spaceTypeCode(), rule.ratePlanCode());
          all.add(new InventoryItem(key, change.nights(), ""));
        }
      }
    }
    return all;
  }
}
