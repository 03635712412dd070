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
   * @param revision tells it from what happened later
   */
  record Waiting(String connectionToken, int type, int attempts, int revision) {}

  List<Waiting> due(Instant now) {
    return database
        .dsl()
        .selectFrom(CHANGE_NOTIFICATION)
        .where(CHANGE_NOTIFICATION.NOT_BEFORE.le(now))
        .orderBy(CHANGE_NOTIFICATION.CONNECTION_TOKEN, CHANGE_NOTIFICATION.TYPE)
        .fetch(
            row ->
                new Waiting(
                    row.getConnectionToken(), row.getType(), row.getAttempts(), row.getRevision()));
  }

  /**
   * Whether a notification of the connection was never tried, or is on its way.
   *
   * @param claimed attempts that are under way count until after this time
   */
  boolean isUntried(String connectionToken, Instant claimed) {
    return database
        .dsl()
        .fetchExists(
            CHANGE_NOTIFICATION,
            CHANGE_NOTIFICATION
                .CONNECTION_TOKEN
                .eq(connectionToken)
                .and(
                    CHANGE_NOTIFICATION
                        .ATTEMPTS
                        .eq(0)
                        .or(
                            CHANGE_NOTIFICATION
                                .ATTEMPTS
                                .eq(1)
                                .and(CHANGE_NOTIFICATION.NOT_BEFORE.gt(claimed)))));
  }

  void remove(Waiting notification) {
    database.dsl().deleteFrom(CHANGE_NOTIFICATION).where(row(notification)).execute();
  }

  /**
   * Counts an attempt and keeps others from making the same one before a time; false when somebody
   * else was faster.
   */
  boolean claim(Waiting notification, Instant until) {
    return database
            .dsl()
            .update(CHANGE_NOTIFICATION)
            .set(CHANGE_NOTIFICATION.ATTEMPTS, notification.attempts() + 1)
            .set(CHANGE_NOTIFICATION.NOT_BEFORE, until)
            .where(row(notification))
            .and(CHANGE_NOTIFICATION.ATTEMPTS.eq(notification.attempts()))
            .execute()
        > 0;
  }

  /** Lets something be sent that happened while the notification was on its way. */
  void release(Waiting notification) {
    database
        .dsl()
        .update(CHANGE_NOTIFICATION)
        .set(CHANGE_NOTIFICATION.NOT_BEFORE, Instant.EPOCH)
        .where(type(notification))
        .and(CHANGE_NOTIFICATION.REVISION.gt(notification.revision()))
        .execute();
  }

  void postpone(Waiting notification, Instant until) {
    database
        .dsl()
        .update(CHANGE_NOTIFICATION)
        .set(CHANGE_NOTIFICATION.NOT_BEFORE, until)
        .where(row(notification))
        .execute();
  }

  private static Condition row(Waiting notification) {
    return type(notification).and(CHANGE_NOTIFICATION.REVISION.eq(notification.revision()));
  }

  private static Condition type(Waiting notification) {
    return CHANGE_NOTIFICATION
        .CONNECTION_TOKEN
        .eq(notification.connectionToken())
        .and(CHANGE_NOTIFICATION.TYPE.eq(notification.type()));
  }
}
