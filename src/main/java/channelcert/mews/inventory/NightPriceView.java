package channelcert.mews.inventory;

import channelcert.mews.property.PriceList;
import channelcert.mews.property.Property;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a space costs on given nights, packaged products included, as channel managers know it. */
public final class NightPriceView {
  private final InventoryStore store;

  public NightPriceView(InventoryStore store) {
    this.store = store;
  }

  /**
   * Gross price of each night in date order; more guests than the space holds pay like a full one.
   *
   * @throws IllegalArgumentException when the rate plan is not sold for the category
   */
  public List<BigDecimal> gross(
      Property property, String ratePlanCode, String spaceTypeCode, Nights nights, int guests) {
    NightValues values =
        store
            .values(property.id(), InventoryKind.PRICES, Set.of(spaceTypeCode), nights)
            .get(new InventoryKey(spaceTypeCode, ratePlanCode));
    if (values == null) {
      throw new IllegalArgumentException(
          "rate plan " + ratePlanCode + " is not sold for category " + spaceTypeCode);
    }
    PackagePrices packages = new PackagePrices(property);
    return nights.stream()
        .map(night -> PriceList.read(Objects.requireNonNull(values.at(night))))
        .map(base -> packages.fold(ratePlanCode, base))
        .map(prices -> prices.get(Math.clamp(guests, 1, prices.size()) - 1).gross())
        .toList();
  }
}
