package channelcert.mews.availabilityblock;

import channelcert.mews.availabilityblock.Block.Origin;
import channelcert.mews.message.AcceptedMessage;
import channelcert.mews.message.AcceptedStore;
import channelcert.mews.message.ConfirmationStore;
import channelcert.mews.message.WarningStore;
import channelcert.mews.reservation.ConfirmationNumberStore;
import channelcert.mews.reservation.group.Findings;
import channelcert.store.Database;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Processes block messages, each in one transaction: the block, its availability and the result to
 * report are stored together or not at all.
 */
final class BlockProcessingStore {
  private final Database database;
  private final PickupLedger ledger;
  private final Clock clock;
  private final AcceptedStore messages;
  private final ConfirmationStore confirmations;

  BlockProcessingStore(Database database, PickupLedger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
    this.messages = new AcceptedStore(database);
    this.confirmations = new ConfirmationStore(database);
  }

  /** Decides what a message does; absent = it is refused, as the findings tell. */
  @FunctionalInterface
  interface Decider {
    @Nullable Block decide(
        @Nullable Block known, Origin origin, String freeNumber, Findings findings);
  }

  /** Stores what the message does and queues its result. */
  void process(AcceptedMessage message, String propertyId, Decider decider) {
    database.run(
        transaction -> {
          ConfirmationNumberStore numbers = new ConfirmationNumberStore(transaction, propertyId);
          // Before the lock of the property, as bookings do it.
          String freeNumber = numbers.next();
          BlockStore blocks = ledger.blocks(transaction);
          blocks.lock(propertyId);
          String connection = message.connectionToken();
          Block known = blocks.coded(propertyId, connection, message.subject()).orElse(null);
          Findings findings = new Findings();
          Block after =
              decider.decide(
                  known, new Origin(connection, message.subject()), freeNumber, findings);
          WarningStore warnings = new WarningStore(transaction);
          if (after != null) {
            if (known == null) {
              numbers.save();
            }
            warnings.note(connection, message.subject(), blocks.save(known, after));
            tellOthers(blocks, known, after, connection);
          }
          warnings.note(connection, message.subject(), findings.warnings());
          finish(transaction, message, result(message, known, after, findings));
        });
  }

  /** A block of one channel manager concerns no other; one of the property all who were told. */
  private void tellOthers(
      BlockStore blocks, @Nullable Block known, Block after, String connection) {
    if (known != null && after.origin() == null && !after.isSameAs(known)) {
      blocks.tell(after, connection, clock.instant());
    }
  }

  private static BlockResult result(
      AcceptedMessage message, @Nullable Block known, @Nullable Block after, Findings findings) {
    return after == null
        ? BlockResult.failure(message, known == null ? null : known.number(), findings.refusals())
        : BlockResult.success(message, after.number());
  }

  /** Gives a message up after a fault of our own, so that others are not held up. */
  void giveUp(AcceptedMessage message) {
    database.run(transaction -> finish(transaction, message, BlockResult.systemError(message)));
  }

  private void finish(DSLContext transaction, AcceptedMessage message, BlockResult result) {
    confirmations.queue(transaction, message, result, clock.instant());
    messages.processed(transaction, message.id());
  }
}
