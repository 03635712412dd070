package channelcert.mews.reservation.outgoing;

import channelcert.mews.inventory.AvailabilityLedger;
import channelcert.mews.message.NewOutgoing;
import channelcert.mews.message.OutgoingStore;
import channelcert.mews.reservation.BlockLedger;
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
  private final BlockLedger blocks;
  private final OutgoingStore outgoing;
  private final Clock clock;

  StaffStore(
      Database database,
      AvailabilityLedger ledger,
      BlockLedger blocks,
      OutgoingStore outgoing,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.blocks = blocks;
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
    pickUp(transaction, before, after);
    for (AvailabilityEffect effect :
        AvailabilityEffect.between(before == null ? null : before.booked(), after.booked())) {
      ledger.adjust(
          transaction, after.propertyId(), effect.spaceTypeCode(), effect.nights(), effect.units());
    }
    GroupContentMapper.content(after)
        .ifPresent(
            content -> outgoing.queue(transaction, message(after, content), clock.instant()));
    return after.with(after.reservations().stream().map(HouseReservation::told).toList());
  }

  private void pickUp(DSLContext transaction, @Nullable HouseGroup before, HouseGroup after) {
    String number = after.blockNumber();
    if (number != null && (before == null || !number.equals(before.blockNumber()))) {
      StaffRules.require(
          blocks
              .numbered(transaction, after.propertyId(), number)
              .filter(block -> !block.cancelled())
              .isPresent(),
          "the property has no block " + number + " that is not cancelled");
    }
    blocks.pickUp(
        transaction,
        new BlockLedger.Pickup(after.propertyId(), after.id(), number, after.booked(), null));
  }

  /** A booking of a channel manager concerns that one alone. */
  private static NewOutgoing message(HouseGroup group, String content) {
    HouseGroup.Origin origin = group.origin();
    return new NewOutgoing(
        GroupSender.OPERATION,
        group.propertyId(),
        group.id(),
        content,
        origin == null ? null : origin.connectionToken(),
        null);
  }
}
