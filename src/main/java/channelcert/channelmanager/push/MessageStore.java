package channelcert.channelmanager.push;

import static channelcert.store.channelmanager.Tables.HANDLED_MESSAGE;
import static channelcert.store.channelmanager.Tables.PUSH_LANE;
import static org.jooq.impl.DSL.row;

import channelcert.channelmanager.inventory.PushKind;
import channelcert.channelmanager.inventory.Receipt;
import channelcert.channelmanager.inventory.RefusalText;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.push.Push.Lane;
import channelcert.store.Database;
import channelcert.store.Padding;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Row2;
import org.jooq.Row3;
import org.jspecify.annotations.Nullable;

/** Which pushes were already answered, and how. */
public final class MessageStore {
  private final Database database;

  public MessageStore(Database database) {
    this.database = database;
  }

  /** Waits until no other node works on the lane, and keeps it until the transaction ends. */
  void takeLane(DSLContext dsl, Lane lane) {
    dsl.selectFrom(PUSH_LANE).where(isAny(List.of(lane))).forUpdate().fetch();
  }

  /** Takes those of the lanes that no other node works on; answers them. */
  Set<Lane> takeFreeLanes(DSLContext dsl, Collection<Lane> lanes) {
    return dsl.selectFrom(PUSH_LANE)
        .where(isAny(lanes))
        .forUpdate()
        .skipLocked()
        .fetchSet(row -> new Lane(row.getConnectionId(), PushKind.valueOf(row.getKind())));
  }

  /** What was answered to those of the messages that were answered: refusals, none for success. */
  Map<Receipt.Id, List<Refusal>> answers(DSLContext dsl, Collection<Receipt.Id> ids) {
    Map<Receipt.Id, List<Refusal>> answers = new HashMap<>();
    List<Row3<Long, String, String>> rows =
        Padding.padded(ids).stream()
            .map(id -> row(id.connectionId(), id.kind().name(), id.messageId()))
            .toList();
    dsl.selectFrom(HANDLED_MESSAGE)
        .where(
            row(HANDLED_MESSAGE.CONNECTION_ID, HANDLED_MESSAGE.KIND, HANDLED_MESSAGE.MESSAGE_ID)
                .in(rows))
        .forEach(
            row ->
                answers.put(
                    new Receipt.Id(
                        row.getConnectionId(), PushKind.valueOf(row.getKind()), row.getMessageId()),
                    RefusalText.read(row.getRefusals())));
    return answers;
  }

  void store(DSLContext dsl, Collection<Receipt> receipts) {
    if (receipts.isEmpty()) {
      return;
    }
    @Nullable Object[][] rows =
        receipts.stream()
            .map(
                receipt ->
                    new @Nullable Object[] {
                      receipt.connectionId(),
                      receipt.kind().name(),
                      receipt.messageId(),
                      receipt.at(),
                      RefusalText.write(receipt.refusals())
                    })
            .toArray(Object[][]::new);
    dsl.batch(
            dsl.insertInto(
                    HANDLED_MESSAGE,
                    HANDLED_MESSAGE.CONNECTION_ID,
                    HANDLED_MESSAGE.KIND,
                    HANDLED_MESSAGE.MESSAGE_ID,
                    HANDLED_MESSAGE.HANDLED_AT,
                    HANDLED_MESSAGE.REFUSALS)
                .values((Long) null, null, null, null, null))
        .bind(rows)
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

  private static Condition isAny(Collection<Lane> lanes) {
    List<Row2<Long, String>> rows =
        Padding.padded(lanes).stream()
            .map(lane -> row(lane.connectionId(), lane.kind().name()))
            .collect(Collectors.toList());
    return row(PUSH_LANE.CONNECTION_ID, PUSH_LANE.KIND).in(rows);
  }
}
