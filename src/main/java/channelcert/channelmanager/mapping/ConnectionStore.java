package channelcert.channelmanager.mapping;

import static channelcert.store.channelmanager.Tables.CONNECTION;
import static channelcert.store.channelmanager.Tables.MAINTENANCE;

import channelcert.store.Database;
import channelcert.store.Padding;
import channelcert.store.channelmanager.tables.records.ConnectionRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Connections and the maintenance switch. */
public final class ConnectionStore {
  /** Longest token and code that is stored. */
  public static final int MAX_CODE_LENGTH = 255;

  private final Database database;

  public ConnectionStore(Database database) {
    this.database = database;
  }

  public Optional<Connection> find(String token) {
    return database
        .dsl()
        .selectFrom(CONNECTION)
        .where(CONNECTION.TOKEN.eq(token))
        .fetchOptional(ConnectionStore::connection);
  }

  /** Those of the connections that are known here, by token. */
  public Map<String, Sighting> find(Collection<String> tokens) {
    return database
        .dsl()
        .selectFrom(CONNECTION)
        .where(CONNECTION.TOKEN.in(Padding.padded(tokens)))
        .fetchMap(CONNECTION.TOKEN, row -> new Sighting(connection(row), row.getMappingVersion()));
  }

  /**
   * A connection as it was seen.
   *
   * @param mappingVersion another number whenever its mapping is another one
   */
  public record Sighting(Connection connection, long mappingVersion) {}

  public void setActive(long connectionId, boolean active) {
    database
        .dsl()
        .update(CONNECTION)
        .set(CONNECTION.ACTIVE, active)
        .where(CONNECTION.ID.eq(connectionId))
        .execute();
  }

  public void choosePriceSide(long connectionId, PriceSide side) {
    database
        .dsl()
        .update(CONNECTION)
        .set(CONNECTION.PRICE_SIDE, side.name())
        .where(CONNECTION.ID.eq(connectionId))
        .execute();
  }

  /** Notes that the configuration is to be fetched again, not before the given time. */
  public void setConfigurationDue(long connectionId, Instant at) {
    database
        .dsl()
        .update(CONNECTION)
        .set(CONNECTION.CONFIGURATION_DUE_AT, at.truncatedTo(ChronoUnit.MICROS))
        .where(CONNECTION.ID.eq(connectionId))
        .execute();
  }

  /**
   * Takes connections whose configuration is to be fetched again, at most ten; each for one node.
   *
   * @param until when others may take them, should this node vanish; names the claim
   */
  List<Connection> claimDue(Instant now, Instant until) {
    return database
        .dsl()
        .selectFrom(CONNECTION)
        .where(CONNECTION.CONFIGURATION_DUE_AT.le(now))
        .orderBy(CONNECTION.ID)
        .limit(10)
        .fetch()
        .stream()
        .filter(row -> moveDue(row.getId(), row.getConfigurationDueAt(), until))
        .map(ConnectionStore::connection)
        .toList();
  }

  /**
   * Notes that a claimed configuration was fetched; one that became due in the meantime stays so,
   * because what was fetched may be older.
   */
  void fetched(long connectionId, Instant claim) {
    moveDue(connectionId, claim, null);
  }

  /** Notes when a claimed configuration is tried again, unless it became due in the meantime. */
  void postpone(long connectionId, Instant claim, Instant until) {
    moveDue(connectionId, claim, until);
  }

  private boolean moveDue(long connectionId, @Nullable Instant from, @Nullable Instant to) {
    return database
            .dsl()
            .update(CONNECTION)
            .set(CONNECTION.CONFIGURATION_DUE_AT, to)
            .where(CONNECTION.ID.eq(connectionId))
            .and(CONNECTION.CONFIGURATION_DUE_AT.eq(from))
            .execute()
        == 1;
  }

  /** Stored and not kept in memory, so that every node and a restarted one know it. */
  public boolean inMaintenance() {
    return database.dsl().fetchExists(MAINTENANCE);
  }

  public void enterMaintenance(Instant since) {
    database
        .dsl()
        .insertInto(MAINTENANCE, MAINTENANCE.SINCE)
        .values(since)
        .onConflictDoNothing()
        .execute();
  }

  public void leaveMaintenance() {
    database.dsl().deleteFrom(MAINTENANCE).execute();
  }

  /** Tells whoever remembers the mapping of a connection that it is another one from now on. */
  public static void mappingChanged(DSLContext dsl, long connectionId) {
    dsl.update(CONNECTION)
        .set(CONNECTION.MAPPING_VERSION, CONNECTION.MAPPING_VERSION.plus(1))
        .where(CONNECTION.ID.eq(connectionId))
        .execute();
  }

  static Connection connection(ConnectionRecord row) {
    return new Connection(
        row.getId(), row.getToken(), row.getActive(), PriceSide.valueOf(row.getPriceSide()));
  }
}
