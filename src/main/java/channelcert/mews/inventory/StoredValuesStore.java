package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.INVENTORY_MONTH;

import channelcert.mews.property.PriceList;
import channelcert.store.mews.tables.records.InventoryMonthRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Keeps values that somebody has set in step with a category that changes, in a transaction that
 * holds the lock of the property.
 */
public final class StoredValuesStore {
  private final DSLContext transaction;
  private final String propertyId;

  public StoredValuesStore(DSLContext transaction, String propertyId) {
    this.transaction = transaction;
    this.propertyId = propertyId;
  }

  /** Raises or lowers the availability of every night that has a value. */
  public void addUnits(String spaceTypeCode, int units) {
    rewrite(
        of(InventoryKind.AVAILABILITY, spaceTypeCode),
        value -> Integer.toString(Integer.parseInt(value) + units));
  }

  /** Makes every price list as long as the capacity. */
  public void fitPrices(String spaceTypeCode, int capacity) {
    rewrite(of(InventoryKind.PRICES, spaceTypeCode), value -> fit(value, capacity));
  }

  /** Forgets everything that was set for a category. */
  public void forgetCategory(String spaceTypeCode) {
    forget(INVENTORY_MONTH.SPACE_TYPE_CODE.eq(spaceTypeCode));
  }

  /** Forgets everything that was set for a rate plan. */
  public void forgetRate(String ratePlanCode) {
    forget(INVENTORY_MONTH.RATE_PLAN_CODE.eq(ratePlanCode));
  }

  private void forget(Condition which) {
    transaction
        .deleteFrom(INVENTORY_MONTH)
        .where(INVENTORY_MONTH.PROPERTY_ID.eq(propertyId).and(which))
        .execute();
  }

  /** A price list cut to the capacity, or continued with its last price. */
  public static String fit(String stored, int capacity) {
    List<BigDecimal> prices = new ArrayList<>(PriceList.read(stored));
    while (prices.size() < capacity) {
      prices.add(prices.getLast());
    }
    return PriceList.write(prices.subList(0, capacity));
  }

  private Condition of(InventoryKind kind, String spaceTypeCode) {
    return INVENTORY_MONTH
        .PROPERTY_ID
        .eq(propertyId)
        .and(INVENTORY_MONTH.KIND.eq(kind.name()))
        .and(INVENTORY_MONTH.SPACE_TYPE_CODE.eq(spaceTypeCode));
  }

  private void rewrite(Condition which, UnaryOperator<String> change) {
    List<InventoryMonthRecord> rows = transaction.fetch(INVENTORY_MONTH, which);
    for (InventoryMonthRecord row : rows) {
      row.setNights(
          Stream.of(row.getNights().split(";", -1))
              .map(value -> value.isEmpty() ? value : change.apply(value))
              .collect(Collectors.joining(";")));
    }
    transaction.batchUpdate(rows).execute();
  }
}
