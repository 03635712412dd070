package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.PUSH_MESSAGE;

import channelcert.store.Database;
import channelcert.store.mews.tables.records.PushMessageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;

/** Messages that were sent, and the confirmations that arrived for them. */
public final class MessageStore {
  /** How long the ids of messages are known, for late confirmations. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private final Database database;

  public MessageStore(Database database) {
    this.database = database;
  }

  /** Takes note of a message before it leaves, since its confirmation may outrun its answer. */
  void remember(Lane lane, String messageId, Instant now) {
    database.run(
        transaction -> {
          transaction
              .deleteFrom(PUSH_MESSAGE)
              .where(PUSH_MESSAGE.CONNECTION_TOKEN.eq(lane.connectionToken()))
              .and(PUSH_MESSAGE.SENT_AT.lt(now.minus(REMEMBERED)))
              .execute();
          transaction.executeInsert(
              new PushMessageRecord(
                  lane.connectionToken(), messageId, lane.kind().name(), now, null));
        });
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

  /**
   * Stores a confirmation; only the first one of a message counts. Answers whether the message is
   * known.
   */
  boolean confirm(Lane lane, String messageId, String outcome) {
    int stored =
        database
            .dsl()
            .update(PUSH_MESSAGE)
            .set(PUSH_MESSAGE.OUTCOME, outcome)
            .where(message(lane, messageId))
            .and(PUSH_MESSAGE.OUTCOME.isNull())
            .execute();
    return stored > 0 || database.dsl().fetchExists(PUSH_MESSAGE, message(lane, messageId));
  }

  private static Condition message(Lane lane, String messageId) {
    return PUSH_MESSAGE
        .CONNECTION_TOKEN
        .eq(lane.connectionToken())
        .and(PUSH_MESSAGE.MESSAGE_ID.eq(messageId))
        .and(PUSH_MESSAGE.KIND.eq(lane.kind().name()));
  }
}
