package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.PUSH_LANE;
import static channelcert.store.mews.Tables.PUSH_MESSAGE;

import channelcert.store.Database;
import channelcert.store.mews.tables.records.PushMessageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Messages that were sent, what came of them, and the confirmations that arrived for them. */
public final class MessageStore {
  /** How long messages are known, for late confirmations and for whoever looks at them. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private static final int LONGEST_RESULT = 2000;

  private final Database database;

  public MessageStore(Database database) {
    this.database = database;
  }

  /**
   * Takes note of a message before it leaves, since its confirmation may outrun its answer. False,
   * and nothing is noted, when it may not leave: the claim was lost, or somebody holds the lane
   * back or has dropped its marks, wherever that happened.
   */
  boolean remember(Claim claim, String messageId, Instant now, int items) {
    Lane lane = claim.lane();
    return database
            .dsl()
            .insertInto(
                PUSH_MESSAGE,
                PUSH_MESSAGE.CONNECTION_TOKEN,
                PUSH_MESSAGE.MESSAGE_ID,
                PUSH_MESSAGE.KIND,
                PUSH_MESSAGE.SENT_AT,
                PUSH_MESSAGE.ITEMS)
            .select(
                DSL.select(
                        DSL.val(lane.connectionToken(), PUSH_MESSAGE.CONNECTION_TOKEN),
                        DSL.val(messageId, PUSH_MESSAGE.MESSAGE_ID),
                        DSL.val(lane.kind().name(), PUSH_MESSAGE.KIND),
                        DSL.val(now, PUSH_MESSAGE.SENT_AT),
                        DSL.val(items, PUSH_MESSAGE.ITEMS))
                    .from(PUSH_LANE)
                    .where(LaneStore.maySend(claim)))
            .execute()
        == 1;
  }

  /** Forgets messages of former days. */
  void forget(Instant now) {
    database
        .dsl()
        .deleteFrom(PUSH_MESSAGE)
        .where(PUSH_MESSAGE.SENT_AT.lt(now.minus(REMEMBERED)))
        .execute();
  }

  /** Notes what came of messages at once. */
  static void finish(DSLContext transaction, Lane lane, List<Sent> sent) {
    if (sent.isEmpty()) {
      return;
    }
    BatchBindStep updates =
        transaction.batch(
            transaction
                .update(PUSH_MESSAGE)
                .set(PUSH_MESSAGE.FINISHED_AT, Instant.EPOCH)
                .set(PUSH_MESSAGE.RESULT, "")
                .where(message(lane, "")));
    for (Sent each : sent) {
      String result = each.result();
      updates =
          updates.bind(
              each.finishedAt(),
              result.substring(0, Math.min(result.length(), LONGEST_RESULT)),
              lane.connectionToken(),
              each.messageId(),
              lane.kind().name());
    }
    updates.execute();
  }

  /** The confirmation of a message, in the stored form; empty while there is none. */
  Optional<String> outcome(Lane lane, String messageId) {
    return database
        .dsl()
        .select(PUSH_MESSAGE.OUTCOME)
        .from(PUSH_MESSAGE)
        .where(message(lane, messageId))
        .fetchOptional(PUSH_MESSAGE.OUTCOME);
  }

  /** The confirmation of a message; one that arrives now waits for the end of the transaction. */
  static @Nullable String lockOutcome(DSLContext transaction, Lane lane, String messageId) {
    return transaction
        .select(PUSH_MESSAGE.OUTCOME)
        .from(PUSH_MESSAGE)
        .where(message(lane, messageId))
        .forUpdate()
        .fetchOne(PUSH_MESSAGE.OUTCOME);
  }

  /**
   * Stores a confirmation; only the first one of a message counts. Answers whether the message is
   * known.
   */
  boolean confirm(Lane lane, String messageId, String outcome) {
    return database.transact(
        transaction -> {
          int stored =
              transaction
                  .update(PUSH_MESSAGE)
                  .set(PUSH_MESSAGE.OUTCOME, outcome)
                  .where(message(lane, messageId))
                  .and(PUSH_MESSAGE.OUTCOME.isNull())
                  .execute();
          if (stored > 0) {
            LaneStore.confirmed(transaction, lane, messageId);
          }
          return stored > 0 || transaction.fetchExists(PUSH_MESSAGE, message(lane, messageId));
        });
  }

  /** The last messages to a connection, the newest first. */
  List<PushedMessage> last(String connectionToken, int atMost) {
    return database
        .dsl()
        .selectFrom(PUSH_MESSAGE)
        .where(PUSH_MESSAGE.CONNECTION_TOKEN.eq(connectionToken))
        .orderBy(PUSH_MESSAGE.SENT_AT.desc(), PUSH_MESSAGE.MESSAGE_ID)
        .limit(atMost)
        .fetch(MessageStore::pushed);
  }

  private static PushedMessage pushed(PushMessageRecord row) {
    return new PushedMessage(
        InventoryKind.valueOf(row.getKind()),
        row.getMessageId(),
        row.getItems(),
        row.getSentAt(),
        row.getFinishedAt(),
        row.getResult(),
        row.getOutcome() != null);
  }

  private static Condition message(Lane lane, String messageId) {
    return PUSH_MESSAGE
        .CONNECTION_TOKEN
        .eq(lane.connectionToken())
        .and(PUSH_MESSAGE.MESSAGE_ID.eq(messageId))
        .and(PUSH_MESSAGE.KIND.eq(lane.kind().name()));
  }
}
