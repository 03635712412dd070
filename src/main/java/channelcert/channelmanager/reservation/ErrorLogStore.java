package channelcert.channelmanager.reservation;

import static channelcert.store.channelmanager.Tables.ERROR_ENTRY;

import channelcert.store.Database;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What went wrong, as the extranet shows it. */
public final class ErrorLogStore {
  private static final int SHOWN = 1000;

  private final Database database;

  public ErrorLogStore(Database database) {
    this.database = database;
  }

  /** Adds an entry by itself. */
  public void log(long connectionId, LoggedError error) {
    add(database.dsl(), connectionId, error);
  }

  /** Adds an entry inside a transaction. */
  public void add(DSLContext dsl, long connectionId, LoggedError error) {
    dsl.insertInto(ERROR_ENTRY)
        .set(ERROR_ENTRY.CONNECTION_ID, connectionId)
        .set(ERROR_ENTRY.HAPPENED_AT, error.at())
        .set(ERROR_ENTRY.OPERATION, error.operation())
        .set(ERROR_ENTRY.REFERENCE, error.reference())
        .set(ERROR_ENTRY.CODE, error.code())
        .set(ERROR_ENTRY.MESSAGE, error.message())
        .execute();
  }

  /** The newest thousand entries of a connection, newest last. */
  public List<LoggedError> newest(long connectionId) {
    return entries(ERROR_ENTRY.CONNECTION_ID.eq(connectionId));
  }

  /** The newest thousand entries about one booking, newest last. */
  public List<LoggedError> about(long connectionId, String reference) {
    return entries(
        ERROR_ENTRY.CONNECTION_ID.eq(connectionId).and(ERROR_ENTRY.REFERENCE.eq(reference)));
  }

  private List<LoggedError> entries(Condition wanted) {
    return database
        .dsl()
        .selectFrom(ERROR_ENTRY)
        .where(wanted)
        .orderBy(ERROR_ENTRY.SEQUENCE_NUMBER.desc())
        .limit(SHOWN)
        .fetch(
            row ->
                new LoggedError(
                    row.getHappenedAt(),
                    row.getOperation(),
                    row.getReference(),
                    row.getCode(),
                    row.getMessage()))
        .reversed();
  }
}
