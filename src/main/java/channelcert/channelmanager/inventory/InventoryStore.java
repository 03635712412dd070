package channelcert.channelmanager.inventory;

import static channelcert.store.channelmanager.Tables.DEPENDENT_RATE;
import static channelcert.store.channelmanager.Tables.STORED_NIGHTS;

import channelcert.channelmanager.mapping.Pair;
import channelcert.store.Database;
import channelcert.store.channelmanager.tables.records.StoredNightsRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** ARI of all connections, 64 nights of a key in a row. */
public final class InventoryStore {
  private static final Comparator<StoredNightsRecord> BY_KEY =
      Comparator.comparing(StoredNightsRecord::getRatePlanCode)
          .thenComparing(StoredNightsRecord::getSpaceTypeCode)
          .thenComparingInt(StoredNightsRecord::getBlock);

  private final Database database;

  public InventoryStore(Database database) {
    this.database = database;
  }

  /** Applies messages in their order, within the caller's transaction, which holds their lanes. */
  public static void write(DSLContext dsl, List<NightWrite> writes) {
    BlockStore.write(dsl, writes);
  }

  /** Replaces the rule by which a rate derives. */
  public static void write(DSLContext dsl, long connectionId, DependentRule rule) {
    dsl.insertInto(DEPENDENT_RATE)
        .values(connectionId, rule.ratePlanCode(), rule.rule())
        .onConflict(DEPENDENT_RATE.CONNECTION_ID, DEPENDENT_RATE.RATE_PLAN_CODE)
        .doUpdate()
        .set(DEPENDENT_RATE.RULE, rule.rule())
        .execute();
  }

  /** Stored nights of the window, by key, then night. */
  List<SourcedNight<String, Integer>> availability(long connectionId, Nights window) {
    return read(
        connectionId,
        PushKind.AVAILABILITY,
        DSL.noCondition(),
        window,
        Pair::spaceTypeCode,
        PackedAvailability::read);
  }

  /** Stored nights of the window, by key, then night. */
  List<SourcedNight<Pair, PricedNight>> prices(long connectionId, Nights window) {
    return read(
        connectionId,
        PushKind.PRICES,
        DSL.noCondition(),
        window,
        Function.identity(),
        PackedPrices::read);
  }

  /** Stored nights of the window, by key, then night. */
  List<SourcedNight<Pair, RestrictedNight>> restrictions(long connectionId, Nights window) {
    return restrictions(connectionId, window, DSL.noCondition());
  }

  /** Stored nights of the window of one pair, by night. */
  List<SourcedNight<Pair, RestrictedNight>> restrictions(
      long connectionId, Nights window, Pair pair) {
    return restrictions(
        connectionId,
        window,
        STORED_NIGHTS
            .RATE_PLAN_CODE
            .eq(pair.ratePlanCode())
            .and(STORED_NIGHTS.SPACE_TYPE_CODE.eq(pair.spaceTypeCode())));
  }

  private List<SourcedNight<Pair, RestrictedNight>> restrictions(
      long connectionId, Nights window, Condition keys) {
    return read(
        connectionId,
        PushKind.RESTRICTIONS,
        keys,
        window,
        Function.identity(),
        PackedRestriction::read);
  }

  /** Rules by which rates derive, as they were pushed, by rate plan. */
  List<DependentRule> dependentRates(long connectionId) {
    return database
        .dsl()
        .selectFrom(DEPENDENT_RATE)
        .where(DEPENDENT_RATE.CONNECTION_ID.eq(connectionId))
        .orderBy(DEPENDENT_RATE.RATE_PLAN_CODE)
        .fetch(row -> new DependentRule(row.getRatePlanCode(), row.getRule()));
  }

  private <K, V> List<SourcedNight<K, V>> read(
      long connectionId,
      PushKind kind,
      Condition keys,
      Nights window,
      Function<Pair, K> key,
      Function<byte[], V> value) {
    long first = window.first().toEpochDay();
    long last = window.last().toEpochDay();
    Result<StoredNightsRecord> rows =
        database
            .dsl()
            .selectFrom(STORED_NIGHTS)
            .where(STORED_NIGHTS.CONNECTION_ID.eq(connectionId))
            .and(STORED_NIGHTS.KIND.eq(kind.name()))
            .and(keys)
            .and(STORED_NIGHTS.BLOCK.between(Block.of(first), Block.of(last)))
            .fetch();
    List<SourcedNight<K, V>> nights = new ArrayList<>();
    rows.stream()
        .sorted(BY_KEY)
        .forEach(row -> add(nights, key.apply(pair(row)), row, first, last, value));
    return nights;
  }

  private static <K, V> void add(
      List<SourcedNight<K, V>> nights,
      K key,
      StoredNightsRecord row,
      long first,
      long last,
      Function<byte[], V> value) {
    Block block = Block.decode(row.getNights());
    long start = Block.firstDay(row.getBlock());
    byte @Nullable [] packed = null;
    @Nullable V known = null;
    for (int night = 0; night < Block.NIGHTS; night++) {
      byte @Nullable [] stored = block.value(night);
      boolean inside = start + night >= first && start + night <= last;
      if (stored != null && inside) {
        if (known == null || !Arrays.equals(stored, packed)) {
          packed = stored;
          known = value.apply(stored);
        }
        LocalDate day = LocalDate.ofEpochDay(start + night);
        nights.add(new SourcedNight<>(key, day, known, block.source(night)));
      }
    }
  }

  private static Pair pair(StoredNightsRecord row) {
    return new Pair(row.getRatePlanCode(), row.getSpaceTypeCode());
  }
}
