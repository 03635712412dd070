package channelcert.channelmanager.inventory;

import static channelcert.store.channelmanager.Tables.AVAILABLE_NIGHT;
import static channelcert.store.channelmanager.Tables.PRICED_NIGHT;
import static channelcert.store.channelmanager.Tables.RESTRICTED_NIGHT;

import channelcert.channelmanager.mapping.Pair;
import channelcert.store.channelmanager.tables.records.AvailableNightRecord;
import channelcert.store.channelmanager.tables.records.PricedNightRecord;
import channelcert.store.channelmanager.tables.records.RestrictedNightRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of the tables of ARI. */
final class InventoryStoreTables {
  private InventoryStoreTables() {}

  static final NightStore<AvailableNightRecord, String, Integer> AVAILABILITY =
      new NightStore<>(
          new NightStore.Columns<>(
              AVAILABLE_NIGHT,
              AVAILABLE_NIGHT.CONNECTION_ID,
              AVAILABLE_NIGHT.NIGHT,
              List.of(AVAILABLE_NIGHT.SPACE_TYPE_CODE),
              List.of(AVAILABLE_NIGHT.AVAILABILITY),
              AvailableNightRecord::getSpaceTypeCode,
              AvailableNightRecord::getAvailability,
              List::of,
              List::of));

  static final NightStore<PricedNightRecord, Pair, PricedNight> PRICES =
      new NightStore<>(
          new NightStore.Columns<>(
              PRICED_NIGHT,
              PRICED_NIGHT.CONNECTION_ID,
              PRICED_NIGHT.NIGHT,
              List.of(PRICED_NIGHT.RATE_PLAN_CODE, PRICED_NIGHT.SPACE_TYPE_CODE),
              List.of(PRICED_NIGHT.CURRENCY_CODE, PRICED_NIGHT.PRICES, PRICED_NIGHT.AGE_PRICES),
              row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()),
              row -> new PricedNight(row.getCurrencyCode(), row.getPrices(), row.getAgePrices()),
              InventoryStoreTables::values,
              value -> values(value.currencyCode(), value.prices(), value.agePrices())));

  static final NightStore<RestrictedNightRecord, Pair, RestrictedNight> RESTRICTIONS =
      new NightStore<>(
          new NightStore.Columns<>(
              RESTRICTED_NIGHT,
              RESTRICTED_NIGHT.CONNECTION_ID,
              RESTRICTED_NIGHT.NIGHT,
              List.of(RESTRICTED_NIGHT.RATE_PLAN_CODE, RESTRICTED_NIGHT.SPACE_TYPE_CODE),
              List.of(RESTRICTED_NIGHT.STATES, RESTRICTED_NIGHT.MIN_LOS, RESTRICTED_NIGHT.MAX_LOS),
              row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()),
              row -> new RestrictedNight(row.getStates(), row.getMinLos(), row.getMaxLos()),
              InventoryStoreTables::values,
              value -> values(value.states(), value.minLos(), value.maxLos())));

  private static List<Object> values(Pair pair) {
    return List.of(pair.ratePlanCode(), pair.spaceTypeCode());
  }

  /** Allows absent values, other than List.of. */
  private static List<@Nullable Object> values(@Nullable Object... values) {
    return new ArrayList<>(Arrays.asList(values));
  }
}
