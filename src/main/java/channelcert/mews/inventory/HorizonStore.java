package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.PROPERTY;

import channelcert.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import org.jooq.Record5;

/** Marks the nights that enter the horizon of a connection as days go by. */
final class HorizonStore {
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;
  private volatile Instant nextLook = Instant.MIN;

  HorizonStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Looks for new nights, at most once a minute; answers whether there were any. */
  boolean extend() {
    Instant now = clock.instant();
    if (now.isBefore(nextLook)) {
      return false;
    }
    nextLook = now.plus(BETWEEN_LOOKS);
    return database
        .dsl()
        .select(
            CONNECTION.TOKEN,
            CONNECTION.PROPERTY_ID,
            CONNECTION.HORIZON_DAYS,
            CONNECTION.COVERED_UNTIL,
            PROPERTY.TIME_ZONE)
        .from(CONNECTION)
        .join(PROPERTY)
        .on(PROPERTY.ID.eq(CONNECTION.PROPERTY_ID))
        .where(CONNECTION.COVERED_UNTIL.isNotNull())
        .fetch(row -> extend(row, now))
        .contains(true);
  }

  private boolean extend(
      Record5<String, String, Integer, LocalDate, String> connection, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneId.of(connection.value5()));
    LocalDate last = today.plusDays(connection.value3() - 1L);
    LocalDate covered = connection.value4();
    if (!covered.isBefore(last)) {
      return false;
    }
    Nights entered = new Nights(covered.plusDays(1), last);
    database.run(
        transaction -> {
          InventoryStore.lock(transaction, connection.value2());
          transaction
              .update(CONNECTION)
              .set(CONNECTION.COVERED_UNTIL, last)
              .where(CONNECTION.TOKEN.eq(connection.value1()))
              .execute();
          new PendingStore(transaction)
              .markAll(connection.value1(), EnumSet.allOf(InventoryKind.class), entered);
        });
    return true;
  }
}
