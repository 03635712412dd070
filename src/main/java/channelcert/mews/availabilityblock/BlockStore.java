package channelcert.mews.availabilityblock;

import static channelcert.store.mews.Tables.AVAILABILITY_BLOCK;
import static channelcert.store.mews.Tables.PROPERTY;

import channelcert.mews.availabilityblock.Block.Origin;
import channelcert.mews.inventory.AvailabilityLedger;
import channelcert.mews.inventory.InventoryStore;
import channelcert.mews.message.CodeStore;
import channelcert.mews.message.NewOutgoing;
import channelcert.mews.message.OutgoingStore;
import channelcert.mews.message.Stored;
import channelcert.mews.reservation.group.AvailabilityEffect;
import channelcert.store.mews.tables.records.AvailabilityBlockRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;

/**
 * Blocks, what they keep from sale, and the messages about them; inside the transaction of the
 * caller, who holds the lock of the property for every change.
 */
final class BlockStore {
  static final String OPERATION = "processAvailabilityBlock";

  private final DSLContext transaction;
  private final AvailabilityLedger ledger;
  private final OutgoingStore outgoing;

  BlockStore(DSLContext transaction, AvailabilityLedger ledger, OutgoingStore outgoing) {
    this.transaction = transaction;
    this.ledger = ledger;
    this.outgoing = outgoing;
  }

  /** Waits until no other transaction changes blocks or availability of the property. */
  void lock(String propertyId) {
    InventoryStore.lock(transaction, propertyId);
  }

  Optional<Block> numbered(String propertyId, String number) {
    return transaction
        .selectFrom(AVAILABILITY_BLOCK)
        .where(AVAILABILITY_BLOCK.PROPERTY_ID.eq(propertyId))
        .and(AVAILABILITY_BLOCK.CONFIRMATION_NUMBER.eq(number))
        .fetchOptional(BlockStore::block);
  }

  /** The block that the channel manager of the connection made, or gave the code to. */
  Optional<Block> coded(String propertyId, String connectionToken, String code) {
    Optional<Block> own =
        transaction
            .selectFrom(AVAILABILITY_BLOCK)
            .where(AVAILABILITY_BLOCK.CONNECTION_TOKEN.eq(connectionToken))
            .and(AVAILABILITY_BLOCK.CODE.eq(code))
            .fetchOptional(BlockStore::block);
    return own.isPresent()
        ? own
        : new CodeStore(transaction)
            .subject(connectionToken, Block.subject(""), code)
            .flatMap(subject -> numbered(propertyId, Block.number(subject)));
  }

  /** What the channel manager of the connection calls the block. */
  Optional<String> code(String connectionToken, Block block) {
    Origin origin = block.origin();
    return origin == null
        ? Optional.ofNullable(
            new CodeStore(transaction)
                .codes(connectionToken, Block.subject(block.number()))
                .whole())
        : Optional.of(origin.code())
            .filter(code -> origin.connectionToken().equals(connectionToken));
  }

  /** Every block of the property, oldest first. */
  List<Block> all(String propertyId) {
    return transaction
        .selectFrom(AVAILABILITY_BLOCK)
        .where(AVAILABILITY_BLOCK.PROPERTY_ID.eq(propertyId))
        .orderBy(AVAILABILITY_BLOCK.CONFIRMATION_NUMBER)
        .fetch(BlockStore::block);
  }

  /** Number and property of the block whose release is due first. */
  Optional<Record2<String, String>> due(Instant now) {
    return transaction
        .select(AVAILABILITY_BLOCK.PROPERTY_ID, AVAILABILITY_BLOCK.CONFIRMATION_NUMBER)
        .from(AVAILABILITY_BLOCK)
        .where(AVAILABILITY_BLOCK.RELEASE_DUE.le(now))
        .orderBy(AVAILABILITY_BLOCK.RELEASE_DUE)
        .limit(1)
        .fetchOptional();
  }

  /**
   * Stores a block and moves what it keeps from sale.
   *
   * @param before absent for a new one
   * @return what looks wrong
   */
  List<String> save(@Nullable Block before, Block after) {
    SpaceNights occupied =
        new PickupStore(transaction).occupied(after.propertyId(), after.number());
    List<String> warnings = move(before, occupied, after, occupied);
    write(after);
    return warnings;
  }

  /** Stores that other nights are picked up; answers what looks wrong. */
  List<String> pickedUp(Block block, SpaceNights before, SpaceNights after) {
    return move(block, before, block, after);
  }

  private List<String> move(
      @Nullable Block before, SpaceNights occupied, Block after, SpaceNights nowOccupied) {
    ZoneId zone = zone(after.propertyId());
    SpaceNights gained = new SpaceNights();
    if (before != null) {
      gained.add(before.withheld(occupied, zone).runs(), 1);
    }
    gained.add(after.withheld(nowOccupied, zone).runs(), -1);
    List<String> warnings = new ArrayList<>();
    for (AvailabilityEffect effect : gained.runs()) {
      int scarcest =
          ledger.adjust(
              transaction,
              after.propertyId(),
              effect.spaceTypeCode(),
              effect.nights(),
              effect.units());
      if (effect.units() < 0 && scarcest < 0) {
        warnings.add(
            "Block %s: category %s is overbooked between the nights %s and %s (availability %d)."
                .formatted(
                    after.number(),
                    effect.spaceTypeCode(),
                    effect.nights().first(),
                    effect.nights().last(),
                    scarcest));
      }
    }
    return warnings;
  }

  private void write(Block block) {
    Origin origin = block.origin();
    AvailabilityBlockRecord row = transaction.newRecord(AVAILABILITY_BLOCK);
    row.setPropertyId(block.propertyId());
    row.setConfirmationNumber(block.number());
    row.setConnectionToken(origin == null ? null : origin.connectionToken());
    row.setCode(origin == null ? null : origin.code());
    row.setCancelled(block.cancelled());
    row.setDefinition(Stored.write(block.definition()));
    row.setEvaluatedAt(block.evaluatedAt());
    row.setReleaseDue(block.nextRelease(zone(block.propertyId())).orElse(null));
    transaction
        .insertInto(AVAILABILITY_BLOCK)
        .set(row)
        .onConflict(AVAILABILITY_BLOCK.PROPERTY_ID, AVAILABILITY_BLOCK.CONFIRMATION_NUMBER)
        .doUpdate()
        .set(row)
        .execute();
  }

  /**
   * Queues the block as it is for those who are told of it: its own channel manager, or all of
   * them.
   *
   * @param except connection that knows already; absent: none
   */
  void tell(Block block, @Nullable String except, Instant now) {
    Origin origin = block.origin();
    String content =
        BlockContentMapper.content(
            block,
            new PickupStore(transaction).occupied(block.propertyId(), block.number()),
            currency(block.propertyId()));
    outgoing.queue(
        transaction,
        new NewOutgoing(
            OPERATION,
            block.propertyId(),
            Block.subject(block.number()),
            content,
            origin == null ? null : origin.connectionToken(),
            except),
        now);
  }

  ZoneId zone(String propertyId) {
    return ZoneId.of(
        transaction
            .select(PROPERTY.TIME_ZONE)
            .from(PROPERTY)
            .where(PROPERTY.ID.eq(propertyId))
            .fetchSingle(PROPERTY.TIME_ZONE));
  }

  private String currency(String propertyId) {
    return transaction
        .select(PROPERTY.CURRENCY_CODE)
        .from(PROPERTY)
        .where(PROPERTY.ID.eq(propertyId))
        .fetchSingle(PROPERTY.CURRENCY_CODE);
  }

  private static Block block(AvailabilityBlockRecord row) {
    return new Block(
        row.getPropertyId(),
        row.getConfirmationNumber(),
        row.getConnectionToken() == null
            ? null
            : new Origin(row.getConnectionToken(), row.getCode()),
        row.getCancelled(),
        Stored.read(row.getDefinition(), BlockDefinition.class),
        row.getEvaluatedAt());
  }
}
