package channelcert.mews.reservation;

import static channelcert.store.mews.Tables.CONFIRMATION_COUNTER;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The confirmation numbers of a property, inside one transaction, which makes them unique. */
public final class ConfirmationNumberStore {
  private static final long BEFORE_FIRST = 100_000;

  private final DSLContext transaction;
  private final String propertyId;
  private @Nullable Long last;

  public ConfirmationNumberStore(DSLContext transaction, String propertyId) {
    this.transaction = transaction;
    this.propertyId = propertyId;
  }

  /** The next number, in digits. */
  public String next() {
    last = (last == null ? lock() : last) + 1;
    return Long.toString(last);
  }

  /** Stores which number was the last one. */
  public void save() {
    if (last != null) {
      transaction
          .update(CONFIRMATION_COUNTER)
          .set(CONFIRMATION_COUNTER.LAST_NUMBER, last)
          .where(CONFIRMATION_COUNTER.PROPERTY_ID.eq(propertyId))
          .execute();
    }
  }

  private long lock() {
    transaction
        .insertInto(CONFIRMATION_COUNTER)
        .set(CONFIRMATION_COUNTER.PROPERTY_ID, propertyId)
        .set(CONFIRMATION_COUNTER.LAST_NUMBER, BEFORE_FIRST)
        .onConflict(CONFIRMATION_COUNTER.PROPERTY_ID)
        .doNothing()
        .execute();
    return transaction
        .selectFrom(CONFIRMATION_COUNTER)
        .where(CONFIRMATION_COUNTER.PROPERTY_ID.eq(propertyId))
        .forUpdate()
        .fetchSingle()
        .getLastNumber();
  }
}
