package channelcert.mews.mail;

import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.NOTICE;
import static channelcert.store.mews.Tables.PROPERTY;

import channelcert.store.Database;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

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
    return notices(NOTICE.MAIL_DUE.le(now).and(NOTICE.WRITTEN_AT.gt(notBefore)))
        .orderBy(NOTICE.MAIL_DUE, NOTICE.ID)
        .limit(AT_ONCE)
        .fetch(MailStore::waiting);
  }

  /** Every notice about a connection, oldest first, waiting or not. */
  List<MailedNotice> about(String connectionToken) {
    return notices(NOTICE.CONNECTION_TOKEN.eq(connectionToken))
        .orderBy(NOTICE.ID)
        .fetch(row -> MailedNotice.of(waiting(row), row.get(NOTICE.MAILED_AT)));
  }

  private SelectConditionStep<?> notices(Condition which) {
    return database
        .dsl()
        .select(
            NOTICE.asterisk(),
            PROPERTY.ID,
            PROPERTY.NAME,
            PROPERTY.EMPLOYEE_EMAIL,
            CONNECTION.CHANNEL_MANAGER_NAME)
        .from(NOTICE)
        .join(CONNECTION)
        .on(CONNECTION.TOKEN.eq(NOTICE.CONNECTION_TOKEN))
        .join(PROPERTY)
        .on(PROPERTY.ID.eq(CONNECTION.PROPERTY_ID))
        .where(which);
  }

  private static Waiting waiting(Record row) {
    return new Waiting(
        row.get(NOTICE.CONNECTION_TOKEN),
        row.get(NOTICE.ID),
        row.get(NOTICE.MAIL_ATTEMPTS),
        row.get(NOTICE.WRITTEN_AT),
        row.get(NOTICE.CODE),
        row.get(NOTICE.MESSAGE),
        row.get(PROPERTY.ID),
        row.get(PROPERTY.NAME),
        row.get(PROPERTY.EMPLOYEE_EMAIL),
        row.get(CONNECTION.CHANNEL_MANAGER_NAME));
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

  /** The server took it. */
  void sent(Waiting mail, Instant at) {
    database
        .dsl()
        .update(NOTICE)
        .setNull(NOTICE.MAIL_DUE)
        .set(NOTICE.MAILED_AT, at)
        .where(row(mail))
        .execute();
  }

  private static Condition row(Waiting mail) {
    return NOTICE.CONNECTION_TOKEN.eq(mail.connectionToken()).and(NOTICE.ID.eq(mail.id()));
  }
}
