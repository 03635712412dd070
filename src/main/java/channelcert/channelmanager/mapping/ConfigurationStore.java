package channelcert.channelmanager.mapping;

import static channelcert.store.channelmanager.Tables.CHANNEL;
import static channelcert.store.channelmanager.Tables.CONNECTION;
import static channelcert.store.channelmanager.Tables.MAPPED_PAIR;
import static channelcert.store.channelmanager.Tables.PRODUCT;
import static channelcert.store.channelmanager.Tables.PUSH_LANE;

import channelcert.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** What was fetched from Mews about a connection, and what of it is mapped. */
public final class ConfigurationStore {
  private final Database database;

  public ConfigurationStore(Database database) {
    this.database = database;
  }

  /**
   * Stores a connection, new or known, as active, and maps every pair of its configuration.
   *
   * @param pushKinds the kinds of data that will be pushed for it
   */
  public void setUp(
      String token, PriceSide side, PropertyConfiguration configuration, List<String> pushKinds) {
    database.run(
        dsl -> {
          long id = upsertConnection(dsl, token, side);
          dsl.deleteFrom(MAPPED_PAIR).where(MAPPED_PAIR.CONNECTION_ID.eq(id)).execute();
          map(dsl, id, configuration.pairs());
          for (String kind : pushKinds) {
            dsl.insertInto(PUSH_LANE).values(id, kind).onConflictDoNothing().execute();
          }
          storeDetails(dsl, id, configuration);
        });
  }

  /**
   * Stores what was fetched again, maps the pairs that Mews did not offer before, and lets go of
   * those that it offers no longer. Otherwise what is mapped stays so, and what the hotelier took
   * out stays out.
   */
  public void refresh(long connectionId, PropertyConfiguration configuration) {
    database.run(
        dsl -> {
          List<Pair> before = OfferStore.pairs(dsl, connectionId);
          List<Pair> fresh = new ArrayList<>(configuration.pairs());
          fresh.removeAll(before);
          before.removeAll(configuration.pairs());
          unmap(dsl, connectionId, before);
          map(dsl, connectionId, fresh);
          storeDetails(dsl, connectionId, configuration);
        });
  }

  /** Makes the pairs the only mapped ones. */
  public void replacePairs(long connectionId, List<Pair> pairs) {
    database.run(
        dsl -> {
          dsl.deleteFrom(MAPPED_PAIR).where(MAPPED_PAIR.CONNECTION_ID.eq(connectionId)).execute();
          map(dsl, connectionId, pairs);
        });
  }

  public void storeChannels(Map<Integer, String> names) {
    database.run(
        dsl -> {
          dsl.deleteFrom(CHANNEL).execute();
          names.forEach(
              (code, name) ->
                  dsl.insertInto(CHANNEL).values(code, name).onConflictDoNothing().execute());
        });
  }

  /** Names of the channels known to Mews, by code. */
  public Map<Integer, String> channels() {
    return database
        .dsl()
        .selectFrom(CHANNEL)
        .orderBy(CHANNEL.CODE)
        .fetchMap(CHANNEL.CODE, CHANNEL.NAME);
  }

  public Optional<String> channelName(int code) {
    return database
        .dsl()
        .select(CHANNEL.NAME)
        .from(CHANNEL)
        .where(CHANNEL.CODE.eq(code))
        .fetchOptional(CHANNEL.NAME);
  }

  public Mapping mapping(long connectionId) {
    return new Mapping(pairs(connectionId));
  }

  /** Every mapped pair, by rate plan, then space category. */
  public List<Pair> pairs(long connectionId) {
    return database
        .dsl()
        .selectFrom(MAPPED_PAIR)
        .where(MAPPED_PAIR.CONNECTION_ID.eq(connectionId))
        .orderBy(MAPPED_PAIR.RATE_PLAN_CODE, MAPPED_PAIR.SPACE_TYPE_CODE)
        .fetch(row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()));
  }

  /** Published pricing code by product code. */
  public Map<String, Integer> productPricing(long connectionId) {
    return database
        .dsl()
        .selectFrom(PRODUCT)
        .where(PRODUCT.CONNECTION_ID.eq(connectionId))
        .fetchMap(PRODUCT.CODE, PRODUCT.PRICING);
  }

  private static long upsertConnection(DSLContext dsl, String token, PriceSide side) {
    dsl.insertInto(CONNECTION)
        .set(CONNECTION.TOKEN, token)
        .set(CONNECTION.ACTIVE, true)
        .set(CONNECTION.PRICE_SIDE, side.name())
        .set(CONNECTION.PROPERTY_NAME, "")
        .onConflict(CONNECTION.TOKEN)
        .doUpdate()
        .set(CONNECTION.ACTIVE, true)
        .set(CONNECTION.PRICE_SIDE, side.name())
        .setNull(CONNECTION.CONFIGURATION_DUE_AT)
        .execute();
    return dsl.select(CONNECTION.ID)
        .from(CONNECTION)
        .where(CONNECTION.TOKEN.eq(token))
        .fetchSingle(CONNECTION.ID);
  }

  private static void map(DSLContext dsl, long connectionId, List<Pair> pairs) {
    ConnectionStore.mappingChanged(dsl, connectionId);
    for (Pair pair : pairs) {
      dsl.insertInto(MAPPED_PAIR)
          .values(connectionId, pair.ratePlanCode(), pair.spaceTypeCode())
          .onConflictDoNothing()
          .execute();
    }
  }

  private static void unmap(DSLContext dsl, long connectionId, List<Pair> pairs) {
    for (Pair pair : pairs) {
      dsl.deleteFrom(MAPPED_PAIR)
          .where(MAPPED_PAIR.CONNECTION_ID.eq(connectionId))
          .and(MAPPED_PAIR.RATE_PLAN_CODE.eq(pair.ratePlanCode()))
          .and(MAPPED_PAIR.SPACE_TYPE_CODE.eq(pair.spaceTypeCode()))
          .execute();
    }
  }

  private static void storeDetails(
      DSLContext dsl, long connectionId, PropertyConfiguration configuration) {
    dsl.update(CONNECTION)
        .set(CONNECTION.PROPERTY_NAME, configuration.propertyName())
        .where(CONNECTION.ID.eq(connectionId))
        .execute();
    OfferStore.replace(dsl, connectionId, configuration);
    dsl.deleteFrom(PRODUCT).where(PRODUCT.CONNECTION_ID.eq(connectionId)).execute();
    configuration
        .productPricing()
        .forEach(
            (code, pricing) ->
                dsl.insertInto(PRODUCT).values(connectionId, code, pricing).execute());
  }
}
