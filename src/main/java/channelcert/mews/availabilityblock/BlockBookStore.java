package channelcert.mews.availabilityblock;

import static channelcert.store.mews.Tables.CONNECTION;

import channelcert.mews.availabilityblock.PickupStore.Taken;
import channelcert.mews.reservation.ConfirmationNumberStore;
import channelcert.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record2;

/** The blocks of properties as staff and time change them, each change in one transaction. */
final class BlockBookStore {
  private final Database database;
  private final PickupLedger ledger;
  private final Clock clock;

  BlockBookStore(Database database, PickupLedger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Stores a new block and tells channel managers; answers its number.
   *
   * @param making makes it, given its number
   */
  String create(String propertyId, Function<String, Block> making) {
    return database.transact(
        transaction -> {
          ConfirmationNumberStore numbers = new ConfirmationNumberStore(transaction, propertyId);
          Block made = making.apply(numbers.next());
          numbers.save();
          BlockStore blocks = ledger.blocks(transaction);
          blocks.lock(propertyId);
          blocks.save(null, made);
          blocks.tell(made, null, clock.instant());
          return made.number();
        });
  }

  /**
   * Changes a block and tells channel managers, unless it says the same as before.
   *
   * @throws IllegalArgumentException when there is none
   */
  void change(String propertyId, String number, Function<Block, Block> changing) {
    database.run(
        transaction -> {
          BlockStore blocks = ledger.blocks(transaction);
          blocks.lock(propertyId);
          Block known =
              blocks
                  .numbered(propertyId, number)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "property " + propertyId + " has no block " + number));
          Block changed = changing.apply(known);
          blocks.save(known, changed);
          if (!changed.isSameAs(known)) {
            blocks.tell(changed, null, clock.instant());
          }
        });
  }

  /** Returns to sale what is released by now of one block; answers whether there was one. */
  boolean release() {
    Optional<Record2<String, String>> due = ledger.blocks(database.dsl()).due(clock.instant());
    due.ifPresent(
        found -> change(found.value1(), found.value2(), block -> block.evaluated(clock.instant())));
    return due.isPresent();
  }

  /** Every block of the property with what is known of it, oldest first. */
  List<BlockState> states(String propertyId) {
    return database.transact(
        transaction -> {
          BlockStore blocks = ledger.blocks(transaction);
          List<String> connections =
              transaction
                  .select(CONNECTION.TOKEN)
                  .from(CONNECTION)
                  .where(CONNECTION.PROPERTY_ID.eq(propertyId))
                  .orderBy(CONNECTION.TOKEN)
                  .fetch(CONNECTION.TOKEN);
          return blocks.all(propertyId).stream()
              .map(block -> state(transaction, blocks, block, connections))
              .toList();
        });
  }

  private static BlockState state(
      DSLContext transaction, BlockStore blocks, Block block, List<String> connections) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (String connection : connections) {
      blocks.code(connection, block).ifPresent(code -> codes.put(connection, code));
    }
    SpaceNights occupied = new SpaceNights();
    Map<String, List<String>> pickups = new LinkedHashMap<>();
    for (Taken taken : new PickupStore(transaction).from(block.propertyId(), block.number())) {
      occupied.add(taken.spaces(), 1);
      boolean joined = block.definition().grouping() == Grouping.ALL_IN_ONE_GROUP;
      String group = joined ? "block-" + block.number() : taken.booking();
      pickups.computeIfAbsent(group, key -> new ArrayList<>()).add(taken.booking());
    }
    return new BlockState(
        block,
        codes,
        occupied.runs(),
        block.withheld(occupied, blocks.zone(block.propertyId())).runs(),
        pickups,
        block.nextRelease(blocks.zone(block.propertyId())).orElse(null));
  }
}
