package channelcert.mews.reservation.outgoing;

import static channelcert.store.mews.Tables.STAFF_NOTE;

import channelcert.mews.message.Stored;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What staff know of bookings of channel managers, inside one transaction. */
final class StaffNoteStore {
  private final DSLContext transaction;

  StaffNoteStore(DSLContext transaction) {
    this.transaction = transaction;
  }

  /** What staff know of a reservation. */
  record OfReservation(TimeState timeState, @Nullable MaskedCard card) {}

  /**
   * Persons and comments that staff changed.
   *
   * @param lastMessage the channel manager's message that they changed; a later one counts more
   */
  record OfGroup(
      long lastMessage,
      @Nullable JsonNode customer,
      @Nullable JsonNode booker,
      List<String> comments) {}

  <T> Optional<T> read(String propertyId, String subject, Class<T> type) {
    return transaction
        .select(STAFF_NOTE.CONTENT)
        .from(STAFF_NOTE)
        .where(STAFF_NOTE.PROPERTY_ID.eq(propertyId).and(STAFF_NOTE.SUBJECT.eq(subject)))
        .fetchOptional(row -> Stored.read(row.value1(), type));
  }

  void write(String propertyId, String subject, Record note) {
    String content = Stored.write(note);
    transaction
        .insertInto(STAFF_NOTE)
        .set(STAFF_NOTE.PROPERTY_ID, propertyId)
        .set(STAFF_NOTE.SUBJECT, subject)
        .set(STAFF_NOTE.CONTENT, content)
        .onConflict(STAFF_NOTE.PROPERTY_ID, STAFF_NOTE.SUBJECT)
        .doUpdate()
        .set(STAFF_NOTE.CONTENT, content)
        .execute();
  }
}
