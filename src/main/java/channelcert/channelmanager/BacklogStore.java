package channelcert.channelmanager;

import static channelcert.store.channelmanager.Tables.CONNECTION;
import static channelcert.store.channelmanager.Tables.GROUP_CONFIRMATION;
import static channelcert.store.channelmanager.Tables.OUTGOING_MESSAGE;
import static channelcert.store.channelmanager.Tables.PUSH_CONFIRMATION;

import channelcert.channelmanager.reservation.MessageState;
import channelcert.store.Database;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Table;

/** Counts what waits to be sent to Mews, whichever process will send it. */
final class BacklogStore {
  /** Everything that is counted. */
  static final Set<String> NAMES =
      Set.of(
          "outbox",
          "outbox_in_retry",
          "outbox_awaiting_confirmation",
          "push_confirmations",
          "group_confirmations",
          "configurations");

  private final Database database;

  BacklogStore(Database database) {
    this.database = database;
  }

  Map<String, Long> counts() {
    Condition pending = OUTGOING_MESSAGE.STATE.eq(MessageState.PENDING.name());
    return Map.of(
        "outbox", count(OUTGOING_MESSAGE, pending),
        "outbox_in_retry", count(OUTGOING_MESSAGE, pending.and(OUTGOING_MESSAGE.ATTEMPTS.gt(0))),
        "outbox_awaiting_confirmation",
            count(OUTGOING_MESSAGE, OUTGOING_MESSAGE.STATE.eq(MessageState.ACCEPTED.name())),
        "push_confirmations", count(PUSH_CONFIRMATION, PUSH_CONFIRMATION.DUE_AT.isNotNull()),
        "group_confirmations",
            count(GROUP_CONFIRMATION, GROUP_CONFIRMATION.STATE.eq(MessageState.PENDING.name())),
        "configurations", count(CONNECTION, CONNECTION.CONFIGURATION_DUE_AT.isNotNull()));
  }

  private long count(Table<?> table, Condition condition) {
    return database.dsl().fetchCount(table, condition);
  }
}
