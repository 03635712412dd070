package channelcert.mews.availabilityblock;

import static channelcert.store.mews.Tables.CONNECTION;

import channelcert.mews.message.OutgoingStore;
import channelcert.store.Database;
import java.util.Optional;

/** Which block is meant, by the names of either side. */
final class BlockCodeStore {
  private final Database database;
  private final PickupLedger ledger;
  private final OutgoingStore outgoing;

  BlockCodeStore(Database database, PickupLedger ledger, OutgoingStore outgoing) {
    this.database = database;
    this.ledger = ledger;
    this.outgoing = outgoing;
  }

  /** Mews' number of the block that a message was about; empty when Mews never sent it. */
  Optional<String> number(String connectionToken, String messageId) {
    return outgoing.subject(connectionToken, BlockStore.OPERATION, messageId).map(Block::number);
  }

  /** What the channel manager of the connection calls the block with the number. */
  Optional<String> code(String connectionToken, String number) {
    BlockStore blocks = ledger.blocks(database.dsl());
    return blocks
        .numbered(propertyId(connectionToken), number)
        .flatMap(block -> blocks.code(connectionToken, block));
  }

  /** Whether the channel manager uses the code for another block than that with the number. */
  boolean isTaken(String connectionToken, String code, String number) {
    return ledger
        .blocks(database.dsl())
        .coded(propertyId(connectionToken), connectionToken, code)
        .filter(block -> !block.number().equals(number))
        .isPresent();
  }

  private String propertyId(String connectionToken) {
    return database
        .dsl()
        .select(CONNECTION.PROPERTY_ID)
        .from(CONNECTION)
        .where(CONNECTION.TOKEN.eq(connectionToken))
        .fetchSingle(CONNECTION.PROPERTY_ID);
  }
}
