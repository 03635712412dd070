package channelcert.channelmanager.mapping;

import static channelcert.store.channelmanager.Tables.CONNECTION;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;

import channelcert.store.Database;
import channelcert.store.channelmanager.tables.records.ConnectionRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** What the hotelier configures of connections. */
public final class ProfileStore {
  /** Furthest horizon in days. */
  public static final int MAX_HORIZON = 1095;

  private final Database database;

  public ProfileStore(Database database) {
    this.database = database;
  }

  public Optional<Profile> find(long connectionId) {
    return database
        .dsl()
        .selectFrom(CONNECTION)
        .where(CONNECTION.ID.eq(connectionId))
        .fetchOptional(ProfileStore::profile);
  }

  /**
   * Connections in the order in which they were set up.
   *
   * @param name part of the name of the property; empty for all
   * @param after number of the last one of the page before; 0 for the first page
   */
  public List<Profile> page(String name, long after, int size) {
    Condition wanted =
        name.isEmpty()
            ? noCondition()
            : lower(CONNECTION.PROPERTY_NAME).contains(name.toLowerCase(Locale.ROOT));
    return database
        .dsl()
        .selectFrom(CONNECTION)
        .where(CONNECTION.ID.gt(after))
        .and(wanted)
        .orderBy(CONNECTION.ID)
        .limit(size)
        .fetch(ProfileStore::profile);
  }

  /** Configures a connection. */
  public void change(
      long connectionId,
      boolean active,
      PriceSide side,
      int horizonDays,
      @Nullable String currencyCode) {
    database
        .dsl()
        .update(CONNECTION)
        .set(CONNECTION.ACTIVE, active)
        .set(CONNECTION.PRICE_SIDE, side.name())
        .set(CONNECTION.HORIZON_DAYS, horizonDays)
        .set(CONNECTION.CURRENCY_CODE, currencyCode)
        .where(CONNECTION.ID.eq(connectionId))
        .execute();
  }

  private static Profile profile(ConnectionRecord row) {
    return new Profile(
        ConnectionStore.connection(row),
        row.getPropertyName(),
        row.getHorizonDays(),
        row.getCurrencyCode(),
        row.getConfigurationDueAt() != null);
  }
}
