package channelcert.mews.inventory;

import channelcert.mews.property.PriceList;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Shows prices and restrictions as the property has them; equal neighbours in one entry. */
public final class InventoryView {
  private final InventoryStore store;

  public InventoryView(InventoryStore store) {
    this.store = store;
  }

  /** Gross base prices of the pairs, without packaged products; dependent rates priced out. */
  public List<PriceChange> prices(Property property, Predicate<Pair> pairs, Nights nights) {
    return items(property, InventoryKind.PRICES, pairs, nights).stream()
        .map(
            item ->
                new PriceChange(
                    item.key().ratePlanCode(),
                    item.key().spaceTypeCode(),
                    item.nights(),
                    PriceList.read(item.value())))
        .toList();
  }

  /** Restrictions of the pairs in the form of the published API. */
  public List<RestrictionChange> restrictions(
      Property property, Predicate<Pair> pairs, Nights nights) {
    return items(property, InventoryKind.RESTRICTIONS, pairs, nights).stream()
        .map(InventoryView::restriction)
        .toList();
  }

  private static RestrictionChange restriction(InventoryItem item) {
    RestrictionText stored = RestrictionText.read(item.value());
    return new RestrictionChange(
        item.key().ratePlanCode(),
        item.key().spaceTypeCode(),
        item.nights(),
        stored.states(),
        stored.minLos(),
        stored.maxLos());
  }

  private List<InventoryItem> items(
      Property property, InventoryKind kind, Predicate<Pair> pairs, Nights nights) {
    Map<InventoryKey, BitSet> wanted = new HashMap<>();
    property.pairs().stream().filter(pairs).forEach(pair -> wanted.put(key(pair), all(nights)));
    Set<String> categories =
        wanted.keySet().stream().map(InventoryKey::spaceTypeCode).collect(Collectors.toSet());
    return new MessagePlanner(nights.first(), nights.count(), Integer.MAX_VALUE)
        .plan(wanted, store.values(property.id(), kind, categories, nights)).stream()
            .flatMap(List::stream)
            .toList();
  }

  private static InventoryKey key(Pair pair) {
    return new InventoryKey(pair.spaceTypeCode(), pair.ratePlanCode());
  }

  private static BitSet all(Nights nights) {
    BitSet all = new BitSet();
    all.set(0, nights.count());
    return all;
  }
}
