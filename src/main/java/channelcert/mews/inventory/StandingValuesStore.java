package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.SOLD_PAIR;
import static channelcert.store.mews.Tables.SPACE_CATEGORY;

import channelcert.mews.property.PriceList;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a night is worth until somebody sets it: all units of a category, the standing price list of
 * a pair with a surcharge at weekends, no restriction. So a full update has a value for every pair
 * and night, however long the horizon.
 */
final class StandingValuesStore {
  private static final BigDecimal WEEKEND_SURCHARGE = new BigDecimal("15.00");
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

  private final DSLContext dsl;

  StandingValuesStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** One holder of values for each key of the categories, without anything that somebody set. */
  Map<InventoryKey, NightValues> read(
      String propertyId, InventoryKind kind, Collection<String> categories) {
    return kind == InventoryKind.AVAILABILITY
        ? units(propertyId, categories)
        : pairs(propertyId, kind, categories);
  }

  private Map<InventoryKey, NightValues> units(String propertyId, Collection<String> categories) {
    Map<InventoryKey, NightValues> values = new HashMap<>();
    dsl.select(SPACE_CATEGORY.CODE, SPACE_CATEGORY.UNITS)
        .from(SPACE_CATEGORY)
        .where(SPACE_CATEGORY.PROPERTY_ID.eq(propertyId).and(SPACE_CATEGORY.CODE.in(categories)))
        .forEach(
            row -> {
              String units = row.value2().toString();
              values.put(InventoryKey.category(row.value1()), new NightValues(night -> units));
            });
    return values;
  }

  private Map<InventoryKey, NightValues> pairs(
      String propertyId, InventoryKind kind, Collection<String> categories) {
    Map<InventoryKey, NightValues> values = new HashMap<>();
    dsl.selectFrom(SOLD_PAIR)
        .where(SOLD_PAIR.PROPERTY_ID.eq(propertyId).and(SOLD_PAIR.SPACE_TYPE_CODE.in(categories)))
        .forEach(
            row ->
                values.put(
                    new InventoryKey(row.getSpaceTypeCode(), row.getRatePlanCode()),
                    new NightValues(
                        kind == InventoryKind.PRICES
                            ? prices(row.getStandingGross())
                            : night -> RestrictionText.OPEN)));
    return values;
  }

  private static Function<LocalDate, @Nullable String> prices(String standing) {
    String weekend =
        PriceList.write(
            PriceList.read(standing).stream().map(price -> price.add(WEEKEND_SURCHARGE)).toList());
    return night -> WEEKEND.contains(night.getDayOfWeek()) ? weekend : standing;
  }
}
