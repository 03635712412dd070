package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.PUSH_LANE;
import static channelcert.store.mews.Tables.PUSH_NODE;

import channelcert.store.Database;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The processes that push, and until when each counts as alive, by the clock of the database. */
final class NodeStore {
  static final Field<Instant> NOW = DSL.field("current_timestamp", Instant.class);

  private static final Field<Instant> END_OF_LEASE =
      DSL.field("current_timestamp + interval '15' second", Instant.class);
  private static final Field<Instant> LONG_DEAD =
      DSL.field("current_timestamp - interval '1' day", Instant.class);

  private final Database database;

  NodeStore(Database database) {
    this.database = database;
  }

  /**
   * Registers a process. An embedded database has only one at a time, so whatever another one still
   * seems to work on is free.
   */
  void enter(String node) {
    database.run(
        transaction -> {
          if (!database.isShared()) {
            transaction.deleteFrom(PUSH_NODE).execute();
            transaction.update(PUSH_LANE).setNull(PUSH_LANE.OWNER).execute();
          }
          transaction.deleteFrom(PUSH_NODE).where(PUSH_NODE.ALIVE_UNTIL.lt(LONG_DEAD)).execute();
          transaction
              .insertInto(PUSH_NODE)
              .set(PUSH_NODE.ID, node)
              .set(PUSH_NODE.ALIVE_UNTIL, END_OF_LEASE)
              .execute();
        });
  }

  /** The process lives; one that was taken for dead so long that it is forgotten enters again. */
  void renew(String node) {
    int renewed =
        database
            .dsl()
            .update(PUSH_NODE)
            .set(PUSH_NODE.ALIVE_UNTIL, END_OF_LEASE)
            .where(PUSH_NODE.ID.eq(node))
            .execute();
    if (renewed == 0) {
      enter(node);
    }
  }

  /** The process stops: what it worked on is free at once. */
  void leave(String node) {
    database.dsl().deleteFrom(PUSH_NODE).where(PUSH_NODE.ID.eq(node)).execute();
  }
}
