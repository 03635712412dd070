package channelcert.mews.availabilityblock;

import static channelcert.store.mews.Tables.BLOCK_PICKUP;

import channelcert.mews.message.Stored;
import channelcert.mews.reservation.group.AvailabilityEffect;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** What bookings take from blocks; works with the statements of the caller. */
final class PickupStore {
  private final DSLContext dsl;

  PickupStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * What a booking takes.
   *
   * @param booking identifier that the property gave to it
   * @param spaces units of each night, as many as it takes, above 0
   */
  record Taken(String booking, List<AvailabilityEffect> spaces) {}

  /** The stored form. */
  private record Spaces(List<AvailabilityEffect> spaces) {}

  Optional<String> blockOf(String propertyId, String booking) {
    return dsl.select(BLOCK_PICKUP.BLOCK_NUMBER)
        .from(BLOCK_PICKUP)
        .where(BLOCK_PICKUP.PROPERTY_ID.eq(propertyId).and(BLOCK_PICKUP.BOOKING.eq(booking)))
        .fetchOptional(BLOCK_PICKUP.BLOCK_NUMBER);
  }

  List<Taken> from(String propertyId, String number) {
    return dsl.selectFrom(BLOCK_PICKUP)
        .where(BLOCK_PICKUP.PROPERTY_ID.eq(propertyId).and(BLOCK_PICKUP.BLOCK_NUMBER.eq(number)))
        .orderBy(BLOCK_PICKUP.BOOKING)
        .fetch(
            row ->
                new Taken(row.getBooking(), Stored.read(row.getSpaces(), Spaces.class).spaces()));
  }

  /** Units picked up of each category and night. */
  SpaceNights occupied(String propertyId, String number) {
    SpaceNights occupied = new SpaceNights();
    from(propertyId, number).forEach(taken -> occupied.add(taken.spaces(), 1));
    return occupied;
  }

  void forget(String propertyId, String booking) {
    dsl.deleteFrom(BLOCK_PICKUP)
        .where(BLOCK_PICKUP.PROPERTY_ID.eq(propertyId).and(BLOCK_PICKUP.BOOKING.eq(booking)))
        .execute();
  }

  void note(String propertyId, String number, Taken taken) {
    forget(propertyId, taken.booking());
    dsl.insertInto(BLOCK_PICKUP)
        .set(BLOCK_PICKUP.PROPERTY_ID, propertyId)
        .set(BLOCK_PICKUP.BOOKING, taken.booking())
        .set(BLOCK_PICKUP.BLOCK_NUMBER, number)
        .set(BLOCK_PICKUP.SPACES, Stored.write(new Spaces(taken.spaces())))
        .execute();
  }
}
