package channelcert.mews.property;

import static channelcert.store.mews.Tables.AGE_PRICE;
import static channelcert.store.mews.Tables.DEPENDENT_RATE;
import static channelcert.store.mews.Tables.RATE_ADJUSTMENT;

import channelcert.mews.property.DependentRate.Adjustment;
import channelcert.store.mews.tables.records.AgePriceRecord;
import channelcert.store.mews.tables.records.DependentRateRecord;
import channelcert.store.mews.tables.records.RateAdjustmentRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** How prices follow from others, in the transaction of the caller. */
public final class PriceRulesStore {
  private final DSLContext dsl;

  public PriceRulesStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The rules of a property. */
  public PriceRules read(String propertyId) {
    Map<String, BigDecimal> ages =
        dsl.selectFrom(AGE_PRICE)
            .where(AGE_PRICE.PROPERTY_ID.eq(propertyId))
            .fetchMap(AGE_PRICE.AGE_CATEGORY_CODE, row -> plain(row.getPercent()));
    List<DependentRateRecord> rates =
        dsl.selectFrom(DEPENDENT_RATE)
            .where(DEPENDENT_RATE.PROPERTY_ID.eq(propertyId))
            .orderBy(DEPENDENT_RATE.RATE_PLAN_CODE)
            .fetch();
    Map<String, List<Adjustment>> adjustments =
        rates.isEmpty() ? Map.of() : adjustments(propertyId);
    return new PriceRules(
        new TreeMap<>(ages),
        rates.stream()
            .map(
                rate ->
                    new DependentRate(
                        rate.getRatePlanCode(),
                        rate.getBaseRatePlanCode(),
                        adjustments.getOrDefault(rate.getRatePlanCode(), List.of())))
            .toList());
  }

  private Map<String, List<Adjustment>> adjustments(String propertyId) {
    return dsl.selectFrom(RATE_ADJUSTMENT)
        .where(RATE_ADJUSTMENT.PROPERTY_ID.eq(propertyId))
        .orderBy(RATE_ADJUSTMENT.RATE_PLAN_CODE, RATE_ADJUSTMENT.SORT_ORDER)
        .fetchGroups(
            RATE_ADJUSTMENT.RATE_PLAN_CODE,
            row ->
                new Adjustment(
                    row.getStartDate(),
                    row.getEndDate(),
                    plain(row.getRelativePercent()),
                    row.getAbsoluteAmount()));
  }

  /** As somebody would write it, without the zeros that fill its column. */
  private static BigDecimal plain(BigDecimal stored) {
    BigDecimal stripped = stored.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Replaces the prices by age. */
  void writeAges(String propertyId, Map<String, BigDecimal> percent) {
    dsl.deleteFrom(AGE_PRICE).where(AGE_PRICE.PROPERTY_ID.eq(propertyId)).execute();
    dsl.batchInsert(
            percent.entrySet().stream()
                .map(entry -> new AgePriceRecord(propertyId, entry.getKey(), entry.getValue()))
                .toList())
        .execute();
  }

  /** Writes the rule of a rate, in the place of an earlier one. */
  void write(String propertyId, DependentRate rate) {
    remove(propertyId, rate.ratePlanCode());
    dsl.executeInsert(
        new DependentRateRecord(propertyId, rate.ratePlanCode(), rate.baseRatePlanCode()));
    List<RateAdjustmentRecord> rows = new ArrayList<>();
    for (Adjustment each : rate.adjustments()) {
      rows.add(
          new RateAdjustmentRecord(
              propertyId,
              rate.ratePlanCode(),
              rows.size(),
              each.first(),
              each.last(),
              each.relativePercent(),
              each.absolute()));
    }
    dsl.batchInsert(rows).execute();
  }

  /** Takes the rule of a rate away; answers whether there was one. */
  boolean remove(String propertyId, String ratePlanCode) {
    dsl.deleteFrom(RATE_ADJUSTMENT)
        .where(RATE_ADJUSTMENT.PROPERTY_ID.eq(propertyId))
        .and(RATE_ADJUSTMENT.RATE_PLAN_CODE.eq(ratePlanCode))
        .execute();
    return dsl.deleteFrom(DEPENDENT_RATE)
            .where(DEPENDENT_RATE.PROPERTY_ID.eq(propertyId))
            .and(DEPENDENT_RATE.RATE_PLAN_CODE.eq(ratePlanCode))
            .execute()
        > 0;
  }
}
