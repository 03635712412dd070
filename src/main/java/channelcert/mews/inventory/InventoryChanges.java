package channelcert.mews.inventory;

import channelcert.mews.property.PriceList;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.SpaceCategory;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the changes of a hotelier: checks them, and stores them with their marks. */
public final class InventoryChanges {
  private final InventoryStore store;

  public InventoryChanges(InventoryStore store) {
    this.store = store;
  }

  /**
   * Sets availability.
   *
   * @throws IllegalArgumentException naming an unknown category
   */
  public void availability(Property property, List<AvailabilityChange> changes) {
    Map<String, SpaceCategory> categories = categories(property);
    store.change(
        property.id(),
        InventoryKind.AVAILABILITY,
        changes.stream()
            .map(
                change -> {
                  require(
                      categories.containsKey(change.spaceTypeCode()),
                      "there is no category " + change.spaceTypeCode());
                  return new InventoryItem(
                      InventoryKey.category(change.spaceTypeCode()),
                      change.nights(),
                      Integer.toString(change.units()));
                })
            .toList());
  }

  /**
   * Sets gross base prices.
   *
   * @throws IllegalArgumentException naming an unknown pair, a negative price, or a price list that
   *     does not fit the capacity
   */
  public void prices(Property property, List<PriceChange> changes) {
    Map<String, SpaceCategory> categories = categories(property);
    Set<Pair> pairs = new HashSet<>(property.pairs());
    store.change(
        property.id(),
        InventoryKind.PRICES,
        changes.stream()
            .map(
                change -> {
                  require(
                      property.priceRules().ruleOf(change.ratePlanCode()).isEmpty(),
                      "the prices of rate plan "
                          + change.ratePlanCode()
                          + " follow those of another rate; change that one");
                  return prices(change, pairs, categories);
                })
            .toList());
  }

  private static InventoryItem prices(
      PriceChange change, Set<Pair> pairs, Map<String, SpaceCategory> categories) {
    InventoryKey key = pair(pairs, change.ratePlanCode(), change.spaceTypeCode());
    SpaceCategory category = categories.get(change.spaceTypeCode());
    require(
        category != null && category.capacity() == change.gross().size(),
        "the price list of "
            + change.spaceTypeCode()
            + " needs one price for each number of guests up to its capacity");
    for (BigDecimal price : change.gross()) {
      require(price.signum() >= 0, "a price is negative: " + price);
      require(
          price.stripTrailingZeros().scale() <= 2,
          "a price has more than two decimal places: " + price);
    }
    return new InventoryItem(key, change.nights(), PriceList.write(change.gross()));
  }

  /**
   * Sets restrictions.
   *
   * @throws IllegalArgumentException naming an unknown pair, or limits that exclude every stay
   */
  public void restrictions(Property property, List<RestrictionChange> changes) {
    Set<Pair> pairs = new HashSet<>(property.pairs());
    store.change(
        property.id(),
        InventoryKind.RESTRICTIONS,
        changes.stream().map(change -> restriction(change, pairs)).toList());
  }

  private static InventoryItem restriction(RestrictionChange change, Set<Pair> pairs) {
    Integer shortest = change.minLos();
    Integer longest = change.maxLos();
    require(
        shortest == null || longest == null || shortest <= longest,
        "the shortest stay is longer than the longest one");
    require(
        change.states().equals(List.of(1))
            || (change.states().size() > 1
                && change.states().contains(2)
                && Set.of(2, 6, 7, 8).containsAll(change.states())),
        "states are 1 alone, or 2 together with 6, 7 or 8, not " + change.states());
    return new InventoryItem(
        pair(pairs, change.ratePlanCode(), change.spaceTypeCode()),
        change.nights(),
        new RestrictionText(change.states(), shortest, longest).write());
  }

  private static InventoryKey pair(Set<Pair> pairs, String ratePlanCode, String spaceTypeCode) {
    require(
        pairs.contains(new Pair(ratePlanCode, spaceTypeCode)),
        "rate plan " + ratePlanCode + " is not sold for category " + spaceTypeCode);
    return new InventoryKey(spaceTypeCode, ratePlanCode);
  }

  private static Map<String, SpaceCategory> categories(Property property) {
    return property.categories().stream()
        .collect(Collectors.toMap(SpaceCategory::code, category -> category));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
