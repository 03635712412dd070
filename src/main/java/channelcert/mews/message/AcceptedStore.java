package channelcert.mews.message;

import static channelcert.store.mews.Tables.BOOKING_MESSAGE;

import channelcert.store.Database;
import channelcert.store.mews.tables.records.BookingMessageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;

/** Accepted messages, each once, in the order of their arrival. */
public final class AcceptedStore {
  private final Database database;

  public AcceptedStore(Database database) {
    this.database = database;
  }

  /**
   * Keeps a message; durable when this returns. A message whose id the connection has used before
   * changes nothing; when its content is another one, that is noted.
   *
   * @param subject the channel manager's name of the booking or block
   */
  public void accept(
      String connectionToken,
      String messageId,
      String operation,
      String subject,
      String content,
      Instant acceptedAt) {
    try {
      database
          .dsl()
          .insertInto(BOOKING_MESSAGE)
          .set(BOOKING_MESSAGE.CONNECTION_TOKEN, connectionToken)
          .set(BOOKING_MESSAGE.MESSAGE_ID, messageId)
          .set(BOOKING_MESSAGE.OPERATION, operation)
          .set(BOOKING_MESSAGE.CHANNEL_MANAGER_ID, subject)
          .set(BOOKING_MESSAGE.ACCEPTED_AT, acceptedAt)
          .set(BOOKING_MESSAGE.CONTENT, content)
          .set(BOOKING_MESSAGE.PROCESSED, false)
          .execute();
    } catch (IntegrityConstraintViolationException repeated) {
      noteOtherContent(connectionToken, messageId, subject, content);
    }
  }

  private void noteOtherContent(
      String connectionToken, String messageId, String subject, String content) {
    boolean same =
        database
            .dsl()
            .selectFrom(BOOKING_MESSAGE)
            .where(BOOKING_MESSAGE.CONNECTION_TOKEN.eq(connectionToken))
            .and(BOOKING_MESSAGE.MESSAGE_ID.eq(messageId))
            .fetchSingle()
            .getContent()
            .equals(content);
    if (!same) {
      String warning =
          "The messageId "
              + messageId
              + " was used before for another content; the later message was ignored, send it with"
              + " a new messageId.";
      new WarningStore(database.dsl()).note(connectionToken, subject, List.of(warning));
    }
  }

  /** The first message that was not processed yet. */
  Optional<AcceptedMessage> next() {
    return database
        .dsl()
        .selectFrom(BOOKING_MESSAGE)
        .where(BOOKING_MESSAGE.PROCESSED.isFalse())
        .orderBy(BOOKING_MESSAGE.ID)
        .limit(1)
        .fetchOptional(AcceptedStore::message);
  }

  /** Notes inside a transaction that the result of a message is stored. */
  public void processed(DSLContext transaction, long id) {
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
        row.getOperation(),
        row.getChannelManagerId(),
        row.getContent());
  }
}
