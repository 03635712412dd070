package channelcert.channelmanager.inventory;

import static channelcert.store.channelmanager.Tables.CONNECTION;
import static channelcert.store.channelmanager.Tables.PUSH_CONFIRMATION;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.store.Database;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Confirmations of pushes, durable in the transaction that processed the push. */
public final class PushConfirmationStore {
  private static final int ROUND = 20;

  private final Database database;

  public PushConfirmationStore(Database database) {
    this.database = database;
  }

  /** Lets a confirmation wait to be sent, within the caller's transaction. */
  public void add(DSLContext dsl, Receipt receipt, String responseUrl, List<Refusal> refusals) {
    dsl.insertInto(PUSH_CONFIRMATION)
        .set(PUSH_CONFIRMATION.CONNECTION_ID, receipt.connectionId())
        .set(PUSH_CONFIRMATION.KIND, receipt.kind().name())
        .set(PUSH_CONFIRMATION.MESSAGE_ID, receipt.messageId())
        .set(PUSH_CONFIRMATION.RESPONSE_URL, responseUrl)
        .set(PUSH_CONFIRMATION.REFUSALS, RefusalText.write(refusals))
        .set(PUSH_CONFIRMATION.ATTEMPTS, 0)
        .set(PUSH_CONFIRMATION.HANDLED_AT, receipt.at())
        .set(PUSH_CONFIRMATION.DUE_AT, receipt.at())
        .execute();
  }

  /** Whether the outcome of the message was, or will be, confirmed afterwards. */
  public boolean knows(DSLContext dsl, Receipt receipt) {
    return dsl.fetchExists(
        PUSH_CONFIRMATION, is(receipt.connectionId(), receipt.kind(), receipt.messageId()));
  }

  /** What to send now, oldest first, at most twenty. */
  List<PushConfirmation> due(Instant now) {
    return database
        .dsl()
        .select(PUSH_CONFIRMATION.fields())
        .select(CONNECTION.TOKEN)
        .from(PUSH_CONFIRMATION)
        .join(CONNECTION)
        .on(CONNECTION.ID.eq(PUSH_CONFIRMATION.CONNECTION_ID))
        .where(PUSH_CONFIRMATION.DUE_AT.le(now))
        .orderBy(PUSH_CONFIRMATION.DUE_AT)
        .limit(ROUND)
        .fetch(PushConfirmationStore::confirmation);
  }

  /**
   * Takes a confirmation for one attempt.
   *
   * @param until when others may try it, should this node vanish
   * @return false when somebody else was faster
   */
  boolean claim(PushConfirmation confirmation, Instant until) {
    return database
            .dsl()
            .update(PUSH_CONFIRMATION)
            .set(PUSH_CONFIRMATION.ATTEMPTS, confirmation.attempts() + 1)
            .set(PUSH_CONFIRMATION.DUE_AT, until)
            .where(is(confirmation))
            .and(PUSH_CONFIRMATION.ATTEMPTS.eq(confirmation.attempts()))
            .and(PUSH_CONFIRMATION.DUE_AT.isNotNull())
            .execute()
        > 0;
  }

  /** Tries again then; never when the time is absent. */
  void next(PushConfirmation confirmation, @Nullable Instant dueAt) {
    database
        .dsl()
        .update(PUSH_CONFIRMATION)
        .set(PUSH_CONFIRMATION.DUE_AT, dueAt)
        .where(is(confirmation))
        .execute();
  }

  void forgetBefore(Instant time) {
    database
        .dsl()
        .deleteFrom(PUSH_CONFIRMATION)
        .where(PUSH_CONFIRMATION.HANDLED_AT.lt(time))
        .and(PUSH_CONFIRMATION.DUE_AT.isNull())
        .execute();
  }

  private static Condition is(PushConfirmation confirmation) {
    return is(confirmation.connectionId(), confirmation.kind(), confirmation.messageId());
  }

  private static Condition is(long connectionId, PushKind kind, String messageId) {
    return PUSH_CONFIRMATION
        .CONNECTION_ID
        .eq(connectionId)
        .and(PUSH_CONFIRMATION.KIND.eq(kind.name()))
        .and(PUSH_CONFIRMATION.MESSAGE_ID.eq(messageId));
  }

  private static PushConfirmation confirmation(Record row) {
    return new PushConfirmation(
        row.get(PUSH_CONFIRMATION.CONNECTION_ID),
        row.get(CONNECTION.TOKEN),
        PushKind.valueOf(row.get(PUSH_CONFIRMATION.KIND)),
        row.get(PUSH_CONFIRMATION.MESSAGE_ID),
        row.get(PUSH_CONFIRMATION.RESPONSE_URL),
        RefusalText.read(row.get(PUSH_CONFIRMATION.REFUSALS)),
        row.get(PUSH_CONFIRMATION.ATTEMPTS));
  }
}
