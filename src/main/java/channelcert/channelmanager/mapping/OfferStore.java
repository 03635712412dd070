package channelcert.channelmanager.mapping;

import static channelcert.store.channelmanager.Tables.OFFERED_PAIR;
import static channelcert.store.channelmanager.Tables.RATE_PLAN;
import static channelcert.store.channelmanager.Tables.SPACE_CATEGORY;

import channelcert.store.Database;
import java.util.List;
import org.jooq.DSLContext;

/** What Mews offered when it was asked last. */
public final class OfferStore {
  private static final int MAX_NAME = 1000;

  private final Database database;

  public OfferStore(Database database) {
    this.database = database;
  }

  /** Everything on offer, by code. */
  public Offer offer(long connectionId) {
    DSLContext dsl = database.dsl();
    return new Offer(
        dsl.selectFrom(RATE_PLAN)
            .where(RATE_PLAN.CONNECTION_ID.eq(connectionId))
            .orderBy(RATE_PLAN.CODE)
            .fetch(
                row ->
                    new OfferedRate(
                        row.getCode(),
                        row.getName(),
                        row.getCurrencyCode(),
                        row.getSynchronised())),
        dsl.selectFrom(SPACE_CATEGORY)
            .where(SPACE_CATEGORY.CONNECTION_ID.eq(connectionId))
            .orderBy(SPACE_CATEGORY.CODE)
            .fetch(
                row ->
                    new OfferedCategory(
                        row.getCode(), row.getName(), row.getUnits(), row.getSynchronised())),
        pairs(dsl, connectionId));
  }

  static List<Pair> pairs(DSLContext dsl, long connectionId) {
    return dsl.selectFrom(OFFERED_PAIR)
        .where(OFFERED_PAIR.CONNECTION_ID.eq(connectionId))
        .orderBy(OFFERED_PAIR.RATE_PLAN_CODE, OFFERED_PAIR.SPACE_TYPE_CODE)
        .fetch(row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()));
  }

  /** Replaces what was on offer. */
  static void replace(DSLContext dsl, long connectionId, PropertyConfiguration configuration) {
    dsl.deleteFrom(OFFERED_PAIR).where(OFFERED_PAIR.CONNECTION_ID.eq(connectionId)).execute();
    dsl.deleteFrom(RATE_PLAN).where(RATE_PLAN.CONNECTION_ID.eq(connectionId)).execute();
    dsl.deleteFrom(SPACE_CATEGORY).where(SPACE_CATEGORY.CONNECTION_ID.eq(connectionId)).execute();
    for (Pair pair : configuration.pairs()) {
      dsl.insertInto(OFFERED_PAIR)
          .values(connectionId, pair.ratePlanCode(), pair.spaceTypeCode())
          .onConflictDoNothing()
          .execute();
    }
    for (OfferedRate rate : configuration.ratePlans()) {
      dsl.insertInto(RATE_PLAN)
          .values(
              connectionId,
              rate.code(),
              clipped(rate.name(), MAX_NAME),
              clipped(rate.currencyCode(), 3),
              rate.synchronised())
          .onConflictDoNothing()
          .execute();
    }
    for (OfferedCategory category : configuration.categories()) {
      dsl.insertInto(SPACE_CATEGORY)
          .values(
              connectionId,
              category.code(),
              clipped(category.name(), MAX_NAME),
              category.units(),
              category.synchronised())
          .onConflictDoNothing()
          .execute();
    }
  }

  private static String clipped(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
