package channelcert.mews.reservation;

import static channelcert.store.mews.Tables.BOOKING_MESSAGE;

import channelcert.store.Database;
import channelcert.store.mews.tables.records.BookingMessageRecord;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;

/** Accepted messages, each once, in the order of their arrival. */
final class MessageStore {
  private final Database database;

  MessageStore(Database database) {
    this.database = database;
  }

  /**
   * Keeps a message; durable when this returns.
   *
   * @return false when the connection had sent a message with this id before, which stays as it is
   */
  boolean accept(
      String connectionToken,
      String messageId,
      String channelManagerId,
      String content,
      Instant acceptedAt) {
    try {
      database
          .dsl()
          .insertInto(BOOKING_MESSAGE)
          .set(BOOKING_MESSAGE.CONNECTION_TOKEN, connectionToken)
          .set(BOOKING_MESSAGE.MESSAGE_ID, messageId)
          .set(BOOKING_MESSAGE.CHANNEL_MANAGER_ID, channelManagerId)
          .set(BOOKING_MESSAGE.ACCEPTED_AT, acceptedAt)
          .set(BOOKING_MESSAGE.CONTENT, content)
          .set(BOOKING_MESSAGE.PROCESSED, false)
          .execute();
      return true;
    } catch (IntegrityConstraintViolationException repeated) {
      return false;
    }
  }

  /** What was kept of a message that was accepted. */
  String content(String connectionToken, String messageId) {
    return database
        .dsl()
        .selectFrom(BOOKING_MESSAGE)
        .where(BOOKING_MESSAGE.CONNECTION_TOKEN.eq(connectionToken))
        .and(BOOKING_MESSAGE.MESSAGE_ID.eq(messageId))
        .fetchSingle()
        .getContent();
  }

  /** The first message that was not processed yet. */
  Optional<AcceptedMessage> next() {
    return database
        .dsl()
        .selectFrom(BOOKING_MESSAGE)
        .where(BOOKING_MESSAGE.PROCESSED.isFalse())
        .orderBy(BOOKING_MESSAGE.ID)
        .limit(1)
        .fetchOptional(MessageStore::message);
  }

  /** Notes inside a transaction that the result of a message is stored. */
  void processed(DSLContext transaction, long id) {
    transaction
        .update(BOOKING_MESSAGE)
        .set(BOOKING_MESSAGE.PROCESSED, true)
        .where(BOOKING_MESSAGE.ID.eq(id))
        .execute();
  }

  private static AcceptedMessage message(BookingMessageRecord row) {
    return new AcceptedMessage(
        row.getId(),
        row.getConnectionToken(),
        row.getMessageId(),
        row.getChannelManagerId(),
        row.getContent());
  }
}
