package channelcert.mews.property;

import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.MAPPED_CATEGORY;
import static channelcert.store.mews.Tables.MAPPED_PAIR;
import static channelcert.store.mews.Tables.MAPPED_RATE;

import channelcert.mews.inventory.InventoryKey;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.InventoryStore;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PendingStore;
import channelcert.mews.property.Property.Pair;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.MappedPairRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/** What is mapped on each connection. */
public final class MappingStore {
  private final Database database;

  public MappingStore(Database database) {
    this.database = database;
  }

  public Mapping mapping(String connectionToken) {
    return read(database.dsl(), connectionToken);
  }

  private static Mapping read(DSLContext dsl, String connectionToken) {
    Map<String, Boolean> categories =
        dsl.selectFrom(MAPPED_CATEGORY)
            .where(MAPPED_CATEGORY.CONNECTION_TOKEN.eq(connectionToken))
            .fetchMap(MAPPED_CATEGORY.SPACE_TYPE_CODE, MAPPED_CATEGORY.SYNCHRONISED);
    Map<String, Boolean> rates =
        dsl.selectFrom(MAPPED_RATE)
            .where(MAPPED_RATE.CONNECTION_TOKEN.eq(connectionToken))
            .fetchMap(MAPPED_RATE.RATE_PLAN_CODE, MAPPED_RATE.SYNCHRONISED);
    Set<Pair> pairs =
        dsl.selectFrom(MAPPED_PAIR)
            .where(MAPPED_PAIR.CONNECTION_TOKEN.eq(connectionToken))
            .fetchSet(row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()));
    return new Mapping(categories, rates, pairs);
  }

  /**
   * Makes the pairs the only mapped ones; new ones are pushed, and the channel manager is notified
   * when anything changed. Rates and categories of the pairs are mapped already.
   *
   * @param horizon nights that are pushed for new pairs
   */
  public void replacePairs(String connectionToken, Set<Pair> wanted, Nights horizon) {
    database.run(
        transaction -> {
          String propertyId = lock(transaction, connectionToken);
          Set<Pair> before = read(transaction, connectionToken).pairs();
          Set<Pair> gone = without(before, wanted);
          Set<Pair> fresh = without(wanted, before);
          if (gone.isEmpty() && fresh.isEmpty()) {
            return;
          }
          gone.forEach(pair -> removePair(transaction, connectionToken, pair));
          addPairs(transaction, propertyId, connectionToken, fresh, horizon);
          new NoticeStore(transaction).tellChannelManager(connectionToken, ChangeType.UPDATED);
        });
  }

  /** Maps pairs that the property sells, and marks them for pushing. */
  static void addPairs(
      DSLContext transaction,
      String propertyId,
      String connectionToken,
      Set<Pair> pairs,
      Nights horizon) {
    transaction
        .batchInsert(
            pairs.stream()
                .map(
                    pair ->
                        new MappedPairRecord(
                            connectionToken, pair.spaceTypeCode(), pair.ratePlanCode()))
                .toList())
        .execute();
    new SoldPairStore(transaction).sell(propertyId, pairs);
    List<InventoryKey> keys =
        pairs.stream()
            .map(pair -> new InventoryKey(pair.spaceTypeCode(), pair.ratePlanCode()))
            .toList();
    PendingStore pending = new PendingStore(transaction);
    pending.markKeys(connectionToken, InventoryKind.PRICES, horizon, keys);
    pending.markKeys(connectionToken, InventoryKind.RESTRICTIONS, horizon, keys);
  }

  /** Unmaps a pair with what waits to be pushed for it; answers whether it was mapped. */
  public static boolean removePair(DSLContext transaction, String connectionToken, Pair pair) {
    new PendingStore(transaction)
        .unmarkKey(connectionToken, new InventoryKey(pair.spaceTypeCode(), pair.ratePlanCode()));
    return transaction
            .deleteFrom(MAPPED_PAIR)
            .where(MAPPED_PAIR.CONNECTION_TOKEN.eq(connectionToken))
            .and(MAPPED_PAIR.RATE_PLAN_CODE.eq(pair.ratePlanCode()))
            .and(MAPPED_PAIR.SPACE_TYPE_CODE.eq(pair.spaceTypeCode()))
            .execute()
        > 0;
  }

  /** Unmaps every pair of a category; answers how many there were. */
  public static int removePairsOf(
      DSLContext transaction, String connectionToken, String spaceTypeCode) {
    return transaction
        .deleteFrom(MAPPED_PAIR)
        .where(MAPPED_PAIR.CONNECTION_TOKEN.eq(connectionToken))
        .and(MAPPED_PAIR.SPACE_TYPE_CODE.eq(spaceTypeCode))
        .execute();
  }

  /** Locks the property of the connection; answers its id. */
  public static String lock(DSLContext transaction, String connectionToken) {
    String propertyId =
        transaction
            .select(CONNECTION.PROPERTY_ID)
            .from(CONNECTION)
            .where(CONNECTION.TOKEN.eq(connectionToken))
            .fetchSingle(CONNECTION.PROPERTY_ID);
    InventoryStore.lock(transaction, propertyId);
    return propertyId;
  }

  private static Set<Pair> without(Set<Pair> pairs, Set<Pair> others) {
    Set<Pair> rest = new HashSet<>(pairs);
    rest.removeAll(others);
    return rest;
  }
}
