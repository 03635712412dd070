package channelcert.mews.mail;

import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.NOTICE;
import static channelcert.store.mews.Tables.PROPERTY;

import channelcert.store.Database;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;

/** Notices that wait to be mailed; the table of notices is the queue. */
final class MailStore {
  private static final int AT_ONCE = 50;

  private final Database database;

  MailStore(Database database) {
    this.database = database;
  }

  /**
   * A notice that waits.
   *
   * @param attempts how often it was tried
   */
  record Waiting(
      String connectionToken,
      long id,
      int attempts,
      Instant writtenAt,
      int code,
      String message,
      String propertyId,
      String propertyName,
      String email,
      String channelManagerName) {}

  /** What is due, oldest first, without what was written before the given time. */
  List<Waiting> due(Instant now, Instant notBefore) {
    return database
        .dsl()
        .select(
            NOTICE.CONNECTION_TOKEN,
            NOTICE.ID,
            NOTICE.MAIL_ATTEMPTS,
            NOTICE.WRITTEN_AT,
            NOTICE.CODE,
            NOTICE.MESSAGE,
            PROPERTY.ID,
            PROPERTY.NAME,
            PROPERTY.EMPLOYEE_EMAIL,
            CONNECTION.CHANNEL_MANAGER_NAME)
        .from(NOTICE)
        .join(CONNECTION)
        .on(CONNECTION.TOKEN.eq(NOTICE.CONNECTION_TOKEN))
        .join(PROPERTY)
        .on(PROPERTY.ID.eq(CONNECTION.PROPERTY_ID))
        .where(NOTICE.MAIL_DUE.le(now).and(NOTICE.WRITTEN_AT.gt(notBefore)))
        .orderBy(NOTICE.MAIL_DUE, NOTICE.ID)
        .limit(AT_ONCE)
        .fetch(
            row ->
                new Waiting(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    row.value10()));
  }

  /**
   * Counts an attempt and keeps other processes from making the same one before a time; false when
   * one of them was faster.
   */
  boolean claim(Waiting mail, Instant until) {
    return database
            .dsl()
            .update(NOTICE)
            .set(NOTICE.MAIL_ATTEMPTS, mail.attempts() + 1)
            .set(NOTICE.MAIL_DUE, until)
            .where(row(mail))
            .and(NOTICE.MAIL_ATTEMPTS.eq(mail.attempts()))
            .and(NOTICE.MAIL_DUE.isNotNull())
            .execute()
        > 0;
  }

  void postpone(Waiting mail, Instant until) {
    database.dsl().update(NOTICE).set(NOTICE.MAIL_DUE, until).where(row(mail)).execute();
  }

  /** Nothing more is to be done. */
  void finish(Waiting mail) {
    database.dsl().update(NOTICE).setNull(NOTICE.MAIL_DUE).where(row(mail)).execute();
  }

  private static Condition row(Waiting mail) {
    return NOTICE.CONNECTION_TOKEN.eq(mail.connectionToken()).and(NOTICE.ID.eq(mail.id()));
  }
}
