package channelcert.mews.property;

import static channelcert.store.mews.Tables.CHANGE_NOTIFICATION;

import channelcert.store.Database;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;

/** Change notifications that wait to be sent. */
final class NotificationStore {
  private final Database database;

  NotificationStore(Database database) {
    this.database = database;
  }

  /**
   * A notification that waits.
   *
   * @param type published code
   * @param attempts how often it was tried
   */
  record Waiting(String connectionToken, int type, int attempts) {}

  List<Waiting> due(Instant now) {
    return database
        .dsl()
        .selectFrom(CHANGE_NOTIFICATION)
        .where(CHANGE_NOTIFICATION.NOT_BEFORE.le(now))
        .orderBy(CHANGE_NOTIFICATION.CONNECTION_TOKEN, CHANGE_NOTIFICATION.TYPE)
        .fetch(row -> new Waiting(row.getConnectionToken(), row.getType(), row.getAttempts()));
  }

  void remove(Waiting notification) {
    database.dsl().deleteFrom(CHANGE_NOTIFICATION).where(row(notification)).execute();
  }

  void postpone(Waiting notification, Instant until) {
    database
        .dsl()
        .update(CHANGE_NOTIFICATION)
        .set(CHANGE_NOTIFICATION.ATTEMPTS, notification.attempts() + 1)
        .set(CHANGE_NOTIFICATION.NOT_BEFORE, until)
        .where(row(notification))
        .execute();
  }

  private static Condition row(Waiting notification) {
    return CHANGE_NOTIFICATION
        .CONNECTION_TOKEN
        .eq(notification.connectionToken())
        .and(CHANGE_NOTIFICATION.TYPE.eq(notification.type()));
  }
}
