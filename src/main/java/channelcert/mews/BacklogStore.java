package channelcert.mews;

import static channelcert.store.mews.Tables.BOOKING_CONFIRMATION;
import static channelcert.store.mews.Tables.BOOKING_MESSAGE;
import static channelcert.store.mews.Tables.CHANGE_NOTIFICATION;
import static channelcert.store.mews.Tables.NOTICE;
import static channelcert.store.mews.Tables.OUTGOING_GROUP;
import static channelcert.store.mews.Tables.PUSH_LANE;

import channelcert.store.Database;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Table;

/** Counts what waits on the Mews side, whichever process will work on it. */
final class BacklogStore {
  /** Everything that is counted. */
  static final Set<String> NAMES =
      Set.of(
          "push_lanes",
          "push_lanes_in_retry",
          "push_lanes_awaiting_confirmation",
          "bookings_to_process",
          "booking_confirmations",
          "staff_bookings",
          "change_notifications",
          "mails");

  private final Database database;

  BacklogStore(Database database) {
    this.database = database;
  }

  Map<String, Long> counts() {
    return Map.of(
        "push_lanes", count(PUSH_LANE, PUSH_LANE.MARKED.ne(PUSH_LANE.PLANNED)),
        "push_lanes_in_retry", count(PUSH_LANE, PUSH_LANE.FAILURES.gt(0)),
        "push_lanes_awaiting_confirmation", count(PUSH_LANE, PUSH_LANE.AWAITED_UNTIL.isNotNull()),
        "bookings_to_process", count(BOOKING_MESSAGE, BOOKING_MESSAGE.PROCESSED.isFalse()),
        "booking_confirmations", count(BOOKING_CONFIRMATION, BOOKING_CONFIRMATION.OUTCOME.isNull()),
        "staff_bookings", count(OUTGOING_GROUP, OUTGOING_GROUP.STATE.in("WAITING", "ACCEPTED")),
        "change_notifications", count(CHANGE_NOTIFICATION, CHANGE_NOTIFICATION.TYPE.isNotNull()),
        "mails", count(NOTICE, NOTICE.MAIL_DUE.isNotNull()));
  }

  private long count(Table<?> table, Condition condition) {
    return database.dsl().fetchCount(table, condition);
  }
}
