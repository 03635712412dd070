package channelcert.mews.message;

import static channelcert.store.mews.Tables.BOOKING_CONFIRMATION;

import channelcert.mews.property.NoticeStore;
import channelcert.store.Database;
import channelcert.store.mews.tables.BookingConfirmation;
import channelcert.store.mews.tables.records.BookingConfirmationRecord;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Results that channel managers do not know yet. */
public final class ConfirmationStore {
  private static final int AT_ONCE = 100;

  private final Database database;

  public ConfirmationStore(Database database) {
    this.database = database;
  }

  /**
   * A result to send.
   *
   * @param subject the channel manager's name of the booking or block
   * @param content the result as the operation wrote it
   * @param attempts how often it was sent in vain
   */
  record Waiting(
      long id,
      String connectionToken,
      String operation,
      String subject,
      String content,
      int attempts) {}

  /** How the sending of a result ended. */
  enum Outcome {
    DELIVERED,
    REFUSED
  }

  /** Queues the result of a message inside the transaction that stores it. */
  public void queue(
      DSLContext transaction, AcceptedMessage message, Object result, Instant notBefore) {
    transaction
        .insertInto(BOOKING_CONFIRMATION)
        .set(BOOKING_CONFIRMATION.CONNECTION_TOKEN, message.connectionToken())
        .set(BOOKING_CONFIRMATION.OPERATION, message.operation())
        .set(BOOKING_CONFIRMATION.CHANNEL_MANAGER_ID, message.subject())
        .set(BOOKING_CONFIRMATION.CONTENT, Stored.write(result))
        .set(BOOKING_CONFIRMATION.ATTEMPTS, 0)
        .set(BOOKING_CONFIRMATION.NOT_BEFORE, notBefore)
        .execute();
  }

  /** Results whose time has come, of each booking or block only the first one that is waiting. */
  List<Waiting> due(Instant now) {
    BookingConfirmation earlier = BOOKING_CONFIRMATION.as("earlier");
    return database
        .dsl()
        .selectFrom(BOOKING_CONFIRMATION)
        .where(BOOKING_CONFIRMATION.OUTCOME.isNull())
        .and(BOOKING_CONFIRMATION.NOT_BEFORE.le(now))
        .andNotExists(
            DSL.selectOne()
                .from(earlier)
                .where(earlier.OUTCOME.isNull())
                .and(earlier.CONNECTION_TOKEN.eq(BOOKING_CONFIRMATION.CONNECTION_TOKEN))
                .and(earlier.CHANNEL_MANAGER_ID.eq(BOOKING_CONFIRMATION.CHANNEL_MANAGER_ID))
                .and(earlier.ID.lt(BOOKING_CONFIRMATION.ID)))
        .orderBy(BOOKING_CONFIRMATION.ID)
        .limit(AT_ONCE)
        .fetch(ConfirmationStore::waiting);
  }

  /** The result needs no further attempt. */
  void finish(long id, Outcome outcome) {
    database
        .dsl()
        .update(BOOKING_CONFIRMATION)
        .set(BOOKING_CONFIRMATION.OUTCOME, outcome.name())
        .set(BOOKING_CONFIRMATION.ATTEMPTS, BOOKING_CONFIRMATION.ATTEMPTS.plus(1))
        .where(BOOKING_CONFIRMATION.ID.eq(id))
        .execute();
  }

  /** Notes that the channel manager does not want a result, and has the property told. */
  void refuse(Waiting waiting, Instant now, int code, String reason) {
    database.run(
        transaction -> {
          transaction
              .update(BOOKING_CONFIRMATION)
              .set(BOOKING_CONFIRMATION.OUTCOME, Outcome.REFUSED.name())
              .set(BOOKING_CONFIRMATION.ATTEMPTS, BOOKING_CONFIRMATION.ATTEMPTS.plus(1))
              .where(BOOKING_CONFIRMATION.ID.eq(waiting.id()))
              .execute();
          new NoticeStore(transaction)
              .tellProperty(
                  waiting.connectionToken(),
                  now,
                  code,
                  "The confirmation of " + waiting.subject() + " was refused: " + reason);
        });
  }

  /** The attempt was in vain; the next one is not made earlier than given. */
  void postpone(long id, Instant notBefore) {
    database
        .dsl()
        .update(BOOKING_CONFIRMATION)
        .set(BOOKING_CONFIRMATION.NOT_BEFORE, notBefore)
        .set(BOOKING_CONFIRMATION.ATTEMPTS, BOOKING_CONFIRMATION.ATTEMPTS.plus(1))
        .where(BOOKING_CONFIRMATION.ID.eq(id))
        .execute();
  }

  private static Waiting waiting(BookingConfirmationRecord row) {
    return new Waiting(
        row.getId(),
        row.getConnectionToken(),
        row.getOperation(),
        row.getChannelManagerId(),
        row.getContent(),
        row.getAttempts());
  }
}
