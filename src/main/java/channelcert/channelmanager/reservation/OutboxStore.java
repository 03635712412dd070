package channelcert.channelmanager.reservation;

import static channelcert.store.channelmanager.Tables.CONNECTION;
import static channelcert.store.channelmanager.Tables.OUTGOING_MESSAGE;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import channelcert.store.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Messages to Mews, durable before the first attempt. */
public final class OutboxStore {
  private static final int ROUND = 20;

  private final Database database;

  public OutboxStore(Database database) {
    this.database = database;
  }

  /**
   * Lets everything that waits be sent now, where no other process shares the database: whoever
   * claimed a message before this start is gone.
   */
  public void takeOver(Instant now) {
    if (!database.isShared()) {
      database
          .dsl()
          .update(OUTGOING_MESSAGE)
          .set(OUTGOING_MESSAGE.DUE_AT, now)
          .where(OUTGOING_MESSAGE.STATE.eq(MessageState.PENDING.name()))
          .and(OUTGOING_MESSAGE.DUE_AT.gt(now))
          .execute();
    }
  }

  public void add(DSLContext dsl, long connectionId, NewMessage message) {
    dsl.insertInto(OUTGOING_MESSAGE)
        .set(OUTGOING_MESSAGE.CONNECTION_ID, connectionId)
        .set(OUTGOING_MESSAGE.OPERATION, message.operation())
        .set(OUTGOING_MESSAGE.MESSAGE_ID, message.messageId())
        .set(OUTGOING_MESSAGE.REFERENCE, message.reference())
        .set(OUTGOING_MESSAGE.BODY, message.body())
        .set(OUTGOING_MESSAGE.STATE, MessageState.PENDING.name())
        .set(OUTGOING_MESSAGE.ATTEMPTS, 0)
        .set(OUTGOING_MESSAGE.DUE_AT, message.dueAt())
        .set(OUTGOING_MESSAGE.CREATED_AT, message.createdAt())
        .execute();
  }

  /**
   * Messages to send now, oldest first, at most twenty; of each booking or block only its oldest.
   *
   * @param own ids of messages that need not be due
   */
  List<OutgoingMessage> due(Instant now, Collection<String> own) {
    var earlier = OUTGOING_MESSAGE.as("earlier");
    return database
        .dsl()
        .select(OUTGOING_MESSAGE.fields())
        .select(CONNECTION.TOKEN)
        .from(OUTGOING_MESSAGE)
        .join(CONNECTION)
        .on(CONNECTION.ID.eq(OUTGOING_MESSAGE.CONNECTION_ID))
        .where(OUTGOING_MESSAGE.STATE.eq(MessageState.PENDING.name()))
        .and(OUTGOING_MESSAGE.DUE_AT.le(now).or(OUTGOING_MESSAGE.MESSAGE_ID.in(own)))
        .and(
            notExists(
                selectOne()
                    .from(earlier)
                    .where(earlier.CONNECTION_ID.eq(OUTGOING_MESSAGE.CONNECTION_ID))
                    .and(earlier.REFERENCE.eq(OUTGOING_MESSAGE.REFERENCE))
                    .and(earlier.STATE.in(MessageState.PENDING.name(), MessageState.HELD.name()))
                    .and(earlier.SEQUENCE_NUMBER.lt(OUTGOING_MESSAGE.SEQUENCE_NUMBER))))
        .orderBy(OUTGOING_MESSAGE.SEQUENCE_NUMBER)
        .limit(ROUND)
        .fetch(OutboxStore::message);
  }

  /**
   * Takes a message for one attempt.
   *
   * @param until when others may try it, should this node vanish
   * @return false when somebody else was faster
   */
  boolean claim(OutgoingMessage message, Instant until) {
    return database
            .dsl()
            .update(OUTGOING_MESSAGE)
            .set(OUTGOING_MESSAGE.ATTEMPTS, message.attempts() + 1)
            .set(OUTGOING_MESSAGE.DUE_AT, until)
            .where(OUTGOING_MESSAGE.CONNECTION_ID.eq(message.connectionId()))
            .and(OUTGOING_MESSAGE.SEQUENCE_NUMBER.eq(message.sequenceNumber()))
            .and(OUTGOING_MESSAGE.STATE.eq(MessageState.PENDING.name()))
            .and(OUTGOING_MESSAGE.ATTEMPTS.eq(message.attempts()))
            .execute()
        == 1;
  }

  /** Notes when a claimed message is tried again, unless the claim is over. */
  void postpone(OutgoingMessage message, Instant dueAt) {
    database
        .dsl()
        .update(OUTGOING_MESSAGE)
        .set(OUTGOING_MESSAGE.DUE_AT, dueAt)
        .where(OUTGOING_MESSAGE.CONNECTION_ID.eq(message.connectionId()))
        .and(OUTGOING_MESSAGE.SEQUENCE_NUMBER.eq(message.sequenceNumber()))
        .and(OUTGOING_MESSAGE.ATTEMPTS.eq(message.attempts() + 1))
        .execute();
  }

  /** Notes what came of an attempt, unless a confirmation was faster than the answer. */
  public boolean answered(DSLContext dsl, OutgoingMessage message, MessageState state) {
    return dsl.update(OUTGOING_MESSAGE)
            .set(OUTGOING_MESSAGE.STATE, state.name())
            .where(OUTGOING_MESSAGE.CONNECTION_ID.eq(message.connectionId()))
            .and(OUTGOING_MESSAGE.SEQUENCE_NUMBER.eq(message.sequenceNumber()))
            .and(OUTGOING_MESSAGE.STATE.eq(MessageState.PENDING.name()))
            .execute()
        == 1;
  }

  /**
   * Notes what Mews confirmed about a message.
   *
   * @return false when that was known already
   */
  public boolean confirmed(
      DSLContext dsl, long connectionId, String messageId, MessageState state) {
    return dsl.update(OUTGOING_MESSAGE)
            .set(OUTGOING_MESSAGE.STATE, state.name())
            .where(OUTGOING_MESSAGE.CONNECTION_ID.eq(connectionId))
            .and(OUTGOING_MESSAGE.MESSAGE_ID.eq(messageId))
            .and(OUTGOING_MESSAGE.STATE.ne(state.name()))
            .execute()
        == 1;
  }

  /** What a message of the operation was about; empty when none was sent under the id. */
  public Optional<String> reference(
      DSLContext dsl, long connectionId, String operation, String messageId) {
    return dsl.select(OUTGOING_MESSAGE.REFERENCE)
        .from(OUTGOING_MESSAGE)
        .where(OUTGOING_MESSAGE.CONNECTION_ID.eq(connectionId))
        .and(OUTGOING_MESSAGE.MESSAGE_ID.eq(messageId))
        .and(OUTGOING_MESSAGE.OPERATION.eq(operation))
        .fetchOptional(OUTGOING_MESSAGE.REFERENCE);
  }

  /** The newest message of the operation about each booking or block, by what it is about. */
  public Map<String, String> newest(long connectionId, String operation) {
    Map<String, String> newest = new HashMap<>();
    database
        .dsl()
        .select(OUTGOING_MESSAGE.REFERENCE, OUTGOING_MESSAGE.MESSAGE_ID)
        .from(OUTGOING_MESSAGE)
        .where(OUTGOING_MESSAGE.CONNECTION_ID.eq(connectionId))
        .and(OUTGOING_MESSAGE.OPERATION.eq(operation))
        .orderBy(OUTGOING_MESSAGE.SEQUENCE_NUMBER)
        .forEach(row -> newest.put(row.value1(), row.value2()));
    return newest;
  }

  /** Makes every held message of a connection pending again. */
  void release(long connectionId, Instant now) {
    database
        .dsl()
        .update(OUTGOING_MESSAGE)
        .set(OUTGOING_MESSAGE.STATE, MessageState.PENDING.name())
        .set(OUTGOING_MESSAGE.DUE_AT, now)
        .where(OUTGOING_MESSAGE.CONNECTION_ID.eq(connectionId))
        .and(OUTGOING_MESSAGE.STATE.eq(MessageState.HELD.name()))
        .execute();
  }

  private static OutgoingMessage message(Record row) {
    return new OutgoingMessage(
        row.get(OUTGOING_MESSAGE.CONNECTION_ID),
        row.get(CONNECTION.TOKEN),
        row.get(OUTGOING_MESSAGE.SEQUENCE_NUMBER),
        row.get(OUTGOING_MESSAGE.OPERATION),
        row.get(OUTGOING_MESSAGE.MESSAGE_ID),
        row.get(OUTGOING_MESSAGE.REFERENCE),
        row.get(OUTGOING_MESSAGE.BODY),
        row.get(OUTGOING_MESSAGE.ATTEMPTS));
  }
}
