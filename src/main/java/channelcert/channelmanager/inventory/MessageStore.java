package channelcert.channelmanager.inventory;

import static channelcert.store.channelmanager.Tables.HANDLED_MESSAGE;
import static channelcert.store.channelmanager.Tables.PUSH_LANE;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Which pushes were already answered, and how. */
public final class MessageStore {
  private final Database database;

  public MessageStore(Database database) {
    this.database = database;
  }

  /** Waits until no other push of this kind for this connection is being worked on. */
  void takeLane(DSLContext dsl, long connectionId, PushKind kind) {
    dsl.selectFrom(PUSH_LANE)
        .where(PUSH_LANE.CONNECTION_ID.eq(connectionId))
        .and(PUSH_LANE.KIND.eq(kind.name()))
        .forUpdate()
        .fetch();
  }

  /** The refusals that were answered to this message, none for a success; empty when it is new. */
  Optional<List<Refusal>> answer(DSLContext dsl, Receipt receipt) {
    return dsl.selectFrom(HANDLED_MESSAGE)
        .where(HANDLED_MESSAGE.CONNECTION_ID.eq(receipt.connectionId()))
        .and(HANDLED_MESSAGE.KIND.eq(receipt.kind().name()))
        .and(HANDLED_MESSAGE.MESSAGE_ID.eq(receipt.messageId()))
        .fetchOptional(row -> RefusalText.read(row.getRefusals()));
  }

  void store(DSLContext dsl, Receipt receipt) {
    dsl.insertInto(HANDLED_MESSAGE)
        .values(
            receipt.connectionId(),
            receipt.kind().name(),
            receipt.messageId(),
            receipt.at(),
            RefusalText.write(receipt.refusals()))
        .execute();
  }

  /**
   * Forgets answers that nobody will ask for again.
   *
   * @return whether there were any
   */
  public boolean forgetBefore(Instant time) {
    return database
            .dsl()
            .deleteFrom(HANDLED_MESSAGE)
            .where(HANDLED_MESSAGE.HANDLED_AT.lt(time))
            .execute()
        > 0;
  }
}
