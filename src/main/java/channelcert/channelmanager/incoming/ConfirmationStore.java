package channelcert.channelmanager.incoming;

import static channelcert.store.channelmanager.Tables.CONNECTION;
import static channelcert.store.channelmanager.Tables.GROUP_CONFIRMATION;

import channelcert.channelmanager.reservation.MessageState;
import channelcert.store.Database;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Confirmations on their way to Mews, durable before the message is answered. */
public final class ConfirmationStore {
  private static final int ROUND = 20;

  private final Database database;

  public ConfirmationStore(Database database) {
    this.database = database;
  }

  /** A confirmation to send. */
  record Waiting(
      long connectionId,
      String connectionToken,
      long sequenceNumber,
      String operation,
      String reference,
      String responseUrl,
      String body,
      int attempts) {}

  /**
   * Queues a confirmation with the message that it confirms.
   *
   * @param body of the confirmation, as JSON without tokens
   */
  public static void queue(
      DSLContext dsl,
      long connectionId,
      Received message,
      String reference,
      String body,
      Instant now) {
    dsl.insertInto(GROUP_CONFIRMATION)
        .set(GROUP_CONFIRMATION.CONNECTION_ID, connectionId)
        .set(GROUP_CONFIRMATION.OPERATION, message.confirmation())
        .set(GROUP_CONFIRMATION.MESSAGE_ID, message.messageId())
        .set(GROUP_CONFIRMATION.REFERENCE, reference)
        .set(GROUP_CONFIRMATION.RESPONSE_URL, message.responseUrl())
        .set(GROUP_CONFIRMATION.BODY, body)
        .set(GROUP_CONFIRMATION.STATE, MessageState.PENDING.name())
        .set(GROUP_CONFIRMATION.ATTEMPTS, 0)
        .set(GROUP_CONFIRMATION.DUE_AT, now)
        .execute();
  }

  /** Sends the confirmation of a repeated message once more. */
  static void repeat(DSLContext dsl, long connectionId, Received message, Instant now) {
    dsl.update(GROUP_CONFIRMATION)
        .set(GROUP_CONFIRMATION.STATE, MessageState.PENDING.name())
        .set(GROUP_CONFIRMATION.ATTEMPTS, 0)
        .set(GROUP_CONFIRMATION.RESPONSE_URL, message.responseUrl())
        .set(GROUP_CONFIRMATION.DUE_AT, now)
        .where(GROUP_CONFIRMATION.CONNECTION_ID.eq(connectionId))
        .and(GROUP_CONFIRMATION.MESSAGE_ID.eq(message.messageId()))
        .and(GROUP_CONFIRMATION.STATE.ne(MessageState.PENDING.name()))
        .execute();
  }

  /** What is to be sent now, of each booking or block only the oldest, at most twenty. */
  List<Waiting> due(Instant now) {
    var earlier = GROUP_CONFIRMATION.as("earlier");
    return database
        .dsl()
        .select(GROUP_CONFIRMATION.fields())
        .select(CONNECTION.TOKEN)
        .from(GROUP_CONFIRMATION)
        .join(CONNECTION)
        .on(CONNECTION.ID.eq(GROUP_CONFIRMATION.CONNECTION_ID))
        .where(GROUP_CONFIRMATION.STATE.eq(MessageState.PENDING.name()))
        .and(GROUP_CONFIRMATION.DUE_AT.le(now))
        .andNotExists(
            DSL.selectOne()
                .from(earlier)
                .where(earlier.CONNECTION_ID.eq(GROUP_CONFIRMATION.CONNECTION_ID))
                .and(earlier.REFERENCE.eq(GROUP_CONFIRMATION.REFERENCE))
                .and(earlier.STATE.eq(MessageState.PENDING.name()))
                .and(earlier.SEQUENCE_NUMBER.lt(GROUP_CONFIRMATION.SEQUENCE_NUMBER)))
        .orderBy(GROUP_CONFIRMATION.SEQUENCE_NUMBER)
        .limit(ROUND)
        .fetch(ConfirmationStore::waiting);
  }

  /**
   * Takes a confirmation for one attempt.
   *
   * @param until when others may try it, should this node vanish
   * @return false when somebody else was faster
   */
  boolean claim(Waiting confirmation, Instant until) {
    return database
            .dsl()
            .update(GROUP_CONFIRMATION)
            .set(GROUP_CONFIRMATION.ATTEMPTS, confirmation.attempts() + 1)
            .set(GROUP_CONFIRMATION.DUE_AT, until)
            .where(same(confirmation, confirmation.attempts()))
            .execute()
        == 1;
  }

  void postpone(Waiting confirmation, Instant dueAt) {
    database
        .dsl()
        .update(GROUP_CONFIRMATION)
        .set(GROUP_CONFIRMATION.DUE_AT, dueAt)
        .where(same(confirmation, confirmation.attempts() + 1))
        .execute();
  }

  void finish(Waiting confirmation, MessageState state) {
    database
        .dsl()
        .update(GROUP_CONFIRMATION)
        .set(GROUP_CONFIRMATION.STATE, state.name())
        .where(same(confirmation, confirmation.attempts() + 1))
        .execute();
  }

  private static Condition same(Waiting confirmation, int attempts) {
    return GROUP_CONFIRMATION
        .CONNECTION_ID
        .eq(confirmation.connectionId())
        .and(GROUP_CONFIRMATION.SEQUENCE_NUMBER.eq(confirmation.sequenceNumber()))
        .and(GROUP_CONFIRMATION.STATE.eq(MessageState.PENDING.name()))
        .and(GROUP_CONFIRMATION.ATTEMPTS.eq(attempts));
  }

  private static Waiting waiting(Record row) {
    return new Waiting(
        row.get(GROUP_CONFIRMATION.CONNECTION_ID),
        row.get(CONNECTION.TOKEN),
        row.get(GROUP_CONFIRMATION.SEQUENCE_NUMBER),
        row.get(GROUP_CONFIRMATION.OPERATION),
        row.get(GROUP_CONFIRMATION.REFERENCE),
        row.get(GROUP_CONFIRMATION.RESPONSE_URL),
        row.get(GROUP_CONFIRMATION.BODY),
        row.get(GROUP_CONFIRMATION.ATTEMPTS));
  }
}
