package channelcert.mews.property;

import static channelcert.store.mews.Tables.CHANGE_NOTIFICATION;
import static channelcert.store.mews.Tables.NOTICE;

import channelcert.store.mews.tables.records.ChangeNotificationRecord;
import channelcert.store.mews.tables.records.NoticeRecord;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/**
 * What is said about a connection: to the property by mail, and to the channel manager by a change
 * notification that is sent later. Works in the transaction of the caller.
 */
public final class NoticeStore {
  private static final int LONGEST = 2000;

  private final DSLContext transaction;

  public NoticeStore(DSLContext transaction) {
    this.transaction = transaction;
  }

  /**
   * Writes to the property.
   *
   * @param code error code that was the reason
   */
  public void tellProperty(String connectionToken, Instant now, int code, String message) {
    String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    NoticeRecord row = new NoticeRecord();
    row.setConnectionToken(connectionToken).setWrittenAt(now).setCode(code).setMessage(text);
    row.setMailDue(now);
    transaction.executeInsert(row);
  }

  /**
   * Has the channel manager told that something of the type happened. What it makes untrue and has
   * not left yet is not told any more.
   */
  public void tellChannelManager(String connectionToken, ChangeType type) {
    boolean waiting =
        transaction
                .update(CHANGE_NOTIFICATION)
                .set(CHANGE_NOTIFICATION.REVISION, CHANGE_NOTIFICATION.REVISION.plus(1))
                .set(CHANGE_NOTIFICATION.ATTEMPTS, 0)
                .where(CHANGE_NOTIFICATION.CONNECTION_TOKEN.eq(connectionToken))
                .and(CHANGE_NOTIFICATION.TYPE.eq(type.code()))
                .execute()
            > 0;
    if (!waiting) {
      transaction.executeInsert(
          new ChangeNotificationRecord(connectionToken, type.code(), 0, Instant.EPOCH, 0));
    }
    transaction
        .deleteFrom(CHANGE_NOTIFICATION)
        .where(CHANGE_NOTIFICATION.CONNECTION_TOKEN.eq(connectionToken))
        .and(CHANGE_NOTIFICATION.TYPE.in(type.overtakes()))
        .execute();
  }

  /** What the property was told, oldest first. */
  public List<Notice> notices(String connectionToken) {
    return transaction
        .selectFrom(NOTICE)
        .where(NOTICE.CONNECTION_TOKEN.eq(connectionToken))
        .orderBy(NOTICE.ID)
        .fetch(row -> new Notice(row.getWrittenAt(), row.getCode(), row.getMessage()));
  }
}
