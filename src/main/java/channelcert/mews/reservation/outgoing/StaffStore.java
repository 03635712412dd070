package channelcert.mews.reservation.outgoing;

import channelcert.mews.inventory.AvailabilityLedger;
import channelcert.mews.reservation.ConfirmationNumberStore;
import channelcert.mews.reservation.group.AvailabilityEffect;
import channelcert.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Stores what staff do: the booking, its availability and the messages about it, together or not at
 * all.
 */
final class StaffStore {
  private final Database database;
  private final AvailabilityLedger ledger;
  private final OutgoingStore outgoing;
  private final Clock clock;

  StaffStore(Database database, AvailabilityLedger ledger, OutgoingStore outgoing, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /**
   * Stores a new booking.
   *
   * @param making makes it, given where confirmation numbers come from
   */
  HouseGroup create(String propertyId, Function<Supplier<String>, HouseGroup> making) {
    return database.transact(
        transaction -> {
          ConfirmationNumberStore numbers = new ConfirmationNumberStore(transaction, propertyId);
          HouseGroup made = making.apply(numbers::next);
          numbers.save();
          HouseGroup told = finish(transaction, null, made);
          new HouseGroupStore(transaction).insert(told);
          return told;
        });
  }

  /**
   * Changes a booking.
   *
   * @throws IllegalArgumentException when there is none
   */
  HouseGroup change(
      String propertyId,
      String groupId,
      BiFunction<HouseGroup, Supplier<String>, HouseGroup> changing) {
    return database.transact(
        transaction -> {
          HouseGroup known = known(transaction, propertyId, groupId);
          ConfirmationNumberStore numbers = new ConfirmationNumberStore(transaction, propertyId);
          HouseGroup changed = changing.apply(known, numbers::next);
          numbers.save();
          HouseGroup told = finish(transaction, known, changed);
          new HouseGroupStore(transaction).update(told);
          return told;
        });
  }

  HouseGroup group(String propertyId, String groupId) {
    return database.transact(transaction -> known(transaction, propertyId, groupId));
  }

  List<HouseGroup> groups(String propertyId) {
    return new HouseGroupStore(database.dsl()).all(propertyId);
  }

  private static HouseGroup known(DSLContext transaction, String propertyId, String groupId) {
    return new HouseGroupStore(transaction)
        .lock(propertyId, groupId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "property " + propertyId + " has no booking " + groupId));
  }

  /** Availability and messages; answers the booking with what channel managers will know of it. */
  private HouseGroup finish(DSLContext transaction, @Nullable HouseGroup before, HouseGroup after) {
    for (AvailabilityEffect effect :
        AvailabilityEffect.between(before == null ? null : before.booked(), after.booked())) {
      ledger.adjust(
          transaction, after.propertyId(), effect.spaceTypeCode(), effect.nights(), effect.units());
    }
    GroupContentMapper.content(after)
        .ifPresent(content -> outgoing.queue(transaction, after, content, clock.instant()));
    return after.with(after.reservations().stream().map(HouseReservation::told).toList());
  }
}
