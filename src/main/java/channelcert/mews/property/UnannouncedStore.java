package channelcert.mews.property;

import static channelcert.store.mews.Tables.INVENTORY_MONTH;
import static channelcert.store.mews.Tables.MAPPED_CATEGORY;
import static channelcert.store.mews.Tables.MAPPED_PAIR;
import static channelcert.store.mews.Tables.MAPPED_RATE;
import static channelcert.store.mews.Tables.RATE_PLAN;
import static channelcert.store.mews.Tables.SOLD_PAIR;
import static channelcert.store.mews.Tables.SPACE_CATEGORY;

import channelcert.mews.inventory.InventoryKey;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PendingStore;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.MappedCategoryRecord;
import channelcert.store.mews.tables.records.MappedRateRecord;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * Categories and rates that are pushed although nobody told the channel manager of them; the tests
 * of errors 9 and 10 need them.
 */
public final class UnannouncedStore {
  private static final int LAST = 1000;
  private static final String NAME = "Unannounced ";

  private final Database database;

  public UnannouncedStore(Database database) {
    this.database = database;
  }

  /**
   * Whether a category or rate was added here. The configuration leaves it out: a channel manager
   * that looks again at that moment would map it, and rightly accept what it should refuse.
   */
  static boolean isUnannounced(String code, String name) {
    return name.equals(NAME + code);
  }

  /** Adds a double room with five units and has its availability pushed for the horizon. */
  public void addCategory(String connectionToken, String code, Nights horizon) {
    database.run(
        transaction -> {
          String propertyId = MappingStore.lock(transaction, connectionToken);
          transaction.executeInsert(
              PropertyWriterStore.categoryRow(
                  propertyId,
                  new SpaceCategory(code, NAME + code, 4, 2, 5, true),
                  new Bedding(2, 0, 3),
                  LAST));
          transaction.executeInsert(new MappedCategoryRecord(connectionToken, code, true));
          new PendingStore(transaction)
              .markKeys(
                  connectionToken,
                  InventoryKind.AVAILABILITY,
                  horizon,
                  List.of(InventoryKey.category(code)));
        });
  }

  /** Adds a rate plan, sold for the category, and has it pushed for the horizon. */
  public void addRate(String connectionToken, Pair pair, Nights horizon) {
    database.run(
        transaction -> {
          String propertyId = MappingStore.lock(transaction, connectionToken);
          String code = pair.ratePlanCode();
          transaction.executeInsert(
              PropertyWriterStore.rateRow(propertyId, new RatePlan(code, NAME + code, true), LAST));
          transaction.executeInsert(new MappedRateRecord(connectionToken, code, true));
          MappingStore.addPairs(transaction, propertyId, connectionToken, Set.of(pair), horizon);
        });
  }

  /** Takes a category or rate plan away, with everything known of it. */
  public void remove(String connectionToken, String code) {
    database.run(
        transaction -> {
          String propertyId = MappingStore.lock(transaction, connectionToken);
          new PendingStore(transaction).unmarkCode(connectionToken, code);
          removeMapping(transaction, connectionToken, code);
          removeFromProperty(transaction, propertyId, code);
        });
  }

  private static void removeMapping(DSLContext transaction, String connection, String code) {
    transaction
        .deleteFrom(MAPPED_PAIR)
        .where(MAPPED_PAIR.CONNECTION_TOKEN.eq(connection))
        .and(MAPPED_PAIR.SPACE_TYPE_CODE.eq(code).or(MAPPED_PAIR.RATE_PLAN_CODE.eq(code)))
        .execute();
    transaction
        .deleteFrom(MAPPED_CATEGORY)
        .where(MAPPED_CATEGORY.CONNECTION_TOKEN.eq(connection))
        .and(MAPPED_CATEGORY.SPACE_TYPE_CODE.eq(code))
        .execute();
    transaction
        .deleteFrom(MAPPED_RATE)
        .where(MAPPED_RATE.CONNECTION_TOKEN.eq(connection))
        .and(MAPPED_RATE.RATE_PLAN_CODE.eq(code))
        .execute();
  }

  private static void removeFromProperty(DSLContext transaction, String propertyId, String code) {
    transaction
        .deleteFrom(INVENTORY_MONTH)
        .where(INVENTORY_MONTH.PROPERTY_ID.eq(propertyId))
        .and(INVENTORY_MONTH.SPACE_TYPE_CODE.eq(code).or(INVENTORY_MONTH.RATE_PLAN_CODE.eq(code)))
        .execute();
    transaction
        .deleteFrom(SOLD_PAIR)
        .where(SOLD_PAIR.PROPERTY_ID.eq(propertyId))
        .and(SOLD_PAIR.SPACE_TYPE_CODE.eq(code).or(SOLD_PAIR.RATE_PLAN_CODE.eq(code)))
        .execute();
    transaction
        .deleteFrom(SPACE_CATEGORY)
        .where(SPACE_CATEGORY.PROPERTY_ID.eq(propertyId).and(SPACE_CATEGORY.CODE.eq(code)))
        .execute();
    transaction
        .deleteFrom(RATE_PLAN)
        .where(RATE_PLAN.PROPERTY_ID.eq(propertyId).and(RATE_PLAN.CODE.eq(code)))
        .execute();
  }
}
