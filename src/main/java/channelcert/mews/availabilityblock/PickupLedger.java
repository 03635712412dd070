package channelcert.mews.availabilityblock;

import static channelcert.store.mews.Tables.CONNECTION;

import channelcert.mews.availabilityblock.PickupStore.Taken;
import channelcert.mews.inventory.AvailabilityLedger;
import channelcert.mews.message.OutgoingStore;
import channelcert.mews.reservation.BlockLedger;
import channelcert.mews.reservation.group.AvailabilityEffect;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Keeps the books of blocks while bookings take from them and give back. */
final class PickupLedger implements BlockLedger {
  private final AvailabilityLedger ledger;
  private final OutgoingStore outgoing;
  private final Clock clock;

  PickupLedger(AvailabilityLedger ledger, OutgoingStore outgoing, Clock clock) {
    this.ledger = ledger;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  BlockStore blocks(DSLContext transaction) {
    return new BlockStore(transaction, ledger, outgoing);
  }

  @Override
  public Optional<KnownBlock> coded(DSLContext transaction, String connectionToken, String code) {
    return transaction
        .select(CONNECTION.PROPERTY_ID)
        .from(CONNECTION)
        .where(CONNECTION.TOKEN.eq(connectionToken))
        .fetchOptional(CONNECTION.PROPERTY_ID)
        .flatMap(propertyId -> blocks(transaction).coded(propertyId, connectionToken, code))
        .map(PickupLedger::known);
  }

  @Override
  public Optional<KnownBlock> numbered(DSLContext transaction, String propertyId, String number) {
    return blocks(transaction).numbered(propertyId, number).map(PickupLedger::known);
  }

  private static KnownBlock known(Block block) {
    return new KnownBlock(block.number(), block.cancelled());
  }

  @Override
  public Optional<String> ofBooking(DSLContext transaction, String propertyId, String booking) {
    return new PickupStore(transaction).blockOf(propertyId, booking);
  }

  @Override
  public List<String> pickUp(DSLContext transaction, Pickup pickup) {
    String before =
        new PickupStore(transaction).blockOf(pickup.propertyId(), pickup.booking()).orElse(null);
    String after = pickup.number();
    if (before == null && after == null) {
      return List.of();
    }
    blocks(transaction).lock(pickup.propertyId());
    List<String> warnings = new ArrayList<>();
    if (before != null && !before.equals(after)) {
      warnings.addAll(change(transaction, pickup, before, null));
    }
    if (after != null) {
      Taken taken = new Taken(pickup.booking(), spaces(pickup));
      warnings.addAll(change(transaction, pickup, after, taken));
    }
    return warnings;
  }

  /** The effect of a new booking is negative; what it takes is as much above 0. */
  private static List<AvailabilityEffect> spaces(Pickup pickup) {
    return AvailabilityEffect.between(null, pickup.group()).stream()
        .map(each -> new AvailabilityEffect(each.spaceTypeCode(), each.nights(), -each.units()))
        .toList();
  }

  /**
   * Notes what the booking takes of a block.
   *
   * @param taken absent when it takes nothing any more
   */
  private List<String> change(
      DSLContext transaction, Pickup pickup, String number, @Nullable Taken taken) {
    BlockStore blocks = blocks(transaction);
    PickupStore pickups = new PickupStore(transaction);
    Block block = blocks.numbered(pickup.propertyId(), number).orElseThrow();
    SpaceNights before = pickups.occupied(pickup.propertyId(), number);
    if (taken == null) {
      pickups.forget(pickup.propertyId(), pickup.booking());
    } else {
      pickups.note(pickup.propertyId(), number, taken);
    }
    SpaceNights after = pickups.occupied(pickup.propertyId(), number);
    List<String> warnings = new ArrayList<>(blocks.pickedUp(block, before, after));
    if (!before.runs().equals(after.runs())) {
      warnings.addAll(outside(block, taken));
      if (!block.cancelled()) {
        blocks.tell(block, pickup.by(), clock.instant());
      }
    }
    return warnings;
  }

  private static List<String> outside(Block block, @Nullable Taken taken) {
    Set<String> held =
        block.definition().allotments().stream()
            .map(Allotment::spaceTypeCode)
            .collect(Collectors.toSet());
    return taken == null
        ? List.of()
        : taken.spaces().stream()
            .map(AvailabilityEffect::spaceTypeCode)
            .filter(category -> !held.contains(category))
            .distinct()
            .map(
                category ->
                    "Block " + block.number() + " holds nothing of category " + category + ".")
            .toList();
  }
}
