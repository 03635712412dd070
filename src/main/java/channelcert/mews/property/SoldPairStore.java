package channelcert.mews.property;

import static channelcert.store.mews.Tables.SOLD_PAIR;
import static channelcert.store.mews.Tables.SPACE_CATEGORY;

import channelcert.mews.property.Property.Pair;
import channelcert.store.mews.tables.records.SoldPairRecord;
import channelcert.store.mews.tables.records.SpaceCategoryRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** Which rate plans a property sells for which categories. */
final class SoldPairStore {
  private static final BigDecimal FIRST_PERSON = new BigDecimal("100.00");
  private static final BigDecimal FURTHER_PERSON = new BigDecimal("20.00");

  private final DSLContext transaction;

  SoldPairStore(DSLContext transaction) {
    this.transaction = transaction;
  }

  /** Starts to sell pairs at a price that stands until somebody sets another one. */
  void sell(String propertyId, Collection<Pair> pairs) {
    List<SoldPairRecord> rows = new ArrayList<>();
    for (Pair pair : pairs) {
      if (!sold(propertyId, pair)) {
        String standing = PriceList.write(priceList(capacity(propertyId, pair.spaceTypeCode())));
        rows.add(PropertyWriterStore.pairRow(propertyId, pair, standing));
      }
    }
    transaction.batchInsert(rows).execute();
  }

  private boolean sold(String propertyId, Pair pair) {
    return transaction.fetchExists(
        SOLD_PAIR,
        SOLD_PAIR
            .PROPERTY_ID
            .eq(propertyId)
            .and(SOLD_PAIR.SPACE_TYPE_CODE.eq(pair.spaceTypeCode()))
            .and(SOLD_PAIR.RATE_PLAN_CODE.eq(pair.ratePlanCode())));
  }

  private int capacity(String propertyId, String spaceTypeCode) {
    SpaceCategoryRecord category =
        transaction.fetchSingle(
            SPACE_CATEGORY,
            SPACE_CATEGORY.PROPERTY_ID.eq(propertyId).and(SPACE_CATEGORY.CODE.eq(spaceTypeCode)));
    return category.getBeds() + category.getExtraBeds();
  }

  private static List<BigDecimal> priceList(int capacity) {
    return IntStream.range(0, capacity)
        .mapToObj(further -> FIRST_PERSON.add(FURTHER_PERSON.multiply(BigDecimal.valueOf(further))))
        .toList();
  }
}
