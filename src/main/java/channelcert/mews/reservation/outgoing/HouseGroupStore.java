package channelcert.mews.reservation.outgoing;

import static channelcert.store.mews.Tables.HOUSE_GROUP;

import channelcert.mews.message.Stored;
import channelcert.store.mews.tables.records.HouseGroupRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Bookings of a property, its own and those of channel managers, inside one transaction. */
final class HouseGroupStore {
  private final DSLContext transaction;
  private final BookedGroupStore booked;

  HouseGroupStore(DSLContext transaction) {
    this.transaction = transaction;
    this.booked = new BookedGroupStore(transaction);
  }

  /** Finds a booking and keeps others from changing it until the transaction ends. */
  Optional<HouseGroup> lock(String propertyId, String id) {
    return BookedGroupStore.isBooked(id)
        ? booked.lock(propertyId, id)
        : transaction
            .selectFrom(HOUSE_GROUP)
            .where(HOUSE_GROUP.PROPERTY_ID.eq(propertyId).and(HOUSE_GROUP.ID.eq(id)))
            .forUpdate()
            .fetchOptional(HouseGroupStore::group);
  }

  /** Every booking, oldest first; those of channel managers before the property's own. */
  List<HouseGroup> all(String propertyId) {
    List<HouseGroup> own =
        transaction
            .selectFrom(HOUSE_GROUP)
            .where(HOUSE_GROUP.PROPERTY_ID.eq(propertyId))
            .orderBy(HOUSE_GROUP.SEQUENCE_NUMBER)
            .fetch(HouseGroupStore::group);
    return Stream.concat(booked.all(propertyId).stream(), own.stream()).toList();
  }

  void insert(HouseGroup group) {
    transaction
        .insertInto(HOUSE_GROUP)
        .set(HOUSE_GROUP.PROPERTY_ID, group.propertyId())
        .set(HOUSE_GROUP.ID, group.id())
        .set(HOUSE_GROUP.CONTENT, Stored.write(group))
        .execute();
  }

  /** Stores a booking that is known. */
  void update(HouseGroup group) {
    if (group.origin() != null) {
      booked.update(group);
      return;
    }
    transaction
        .update(HOUSE_GROUP)
        .set(HOUSE_GROUP.CONTENT, Stored.write(group))
        .where(HOUSE_GROUP.PROPERTY_ID.eq(group.propertyId()).and(HOUSE_GROUP.ID.eq(group.id())))
        .execute();
  }

  private static HouseGroup group(HouseGroupRecord row) {
    return Stored.read(row.getContent(), HouseGroup.class);
  }
}
