package channelcert.mews.message;

import static channelcert.store.mews.Tables.BOOKING_WARNING;

import channelcert.store.mews.tables.records.BookingWarningRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** What was accepted although it looks wrong, by the channel manager's name of the subject. */
public final class WarningStore {
  private final DSLContext dsl;

  public WarningStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  public void note(String connectionToken, String subject, List<String> warnings) {
    List<BookingWarningRecord> rows = new ArrayList<>();
    for (String warning : warnings) {
      BookingWarningRecord row = dsl.newRecord(BOOKING_WARNING);
      row.setConnectionToken(connectionToken);
      row.setChannelManagerId(subject);
      row.setMessage(warning);
      rows.add(row);
    }
    dsl.batchInsert(rows).execute();
  }

  /** The warnings about subjects whose names start with the prefix, each with the name. */
  public List<String> startingWith(String connectionToken, String prefix) {
    return dsl.selectFrom(BOOKING_WARNING)
        .where(BOOKING_WARNING.CONNECTION_TOKEN.eq(connectionToken))
        .and(BOOKING_WARNING.CHANNEL_MANAGER_ID.startsWith(prefix))
        .orderBy(BOOKING_WARNING.ID)
        .fetch(row -> row.getChannelManagerId() + ": " + row.getMessage());
  }
}
