package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.incoming.ConfirmationStore;
import channelcert.channelmanager.incoming.Received;
import channelcert.channelmanager.incoming.ReceivedStore;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.channelmanager.reservation.BookingStatus;
import channelcert.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Takes blocks from Mews, each message once. */
public final class BlockIntakeStore {
  private static final String PREFIX = "BLK-";

  private final ReceivedStore received;
  private final BlockStore blocks;

  public BlockIntakeStore(Database database, BlockStore blocks) {
    this.received = new ReceivedStore(database);
    this.blocks = blocks;
  }

  /**
   * Stores a block and queues its confirmation.
   *
   * @return the refusals; none when it is taken
   */
  List<Refusal> take(long connectionId, Received message, IncomingBlock block, Instant now) {
    return received.take(
        connectionId, message, now, dsl -> store(dsl, connectionId, message, block, now));
  }

  private List<Refusal> store(
      DSLContext dsl, long connectionId, Received message, IncomingBlock sent, Instant now) {
    Optional<Block> known = find(dsl, connectionId, sent);
    if (known.isEmpty() && (sent.code() != null || sent.event() == BlockEvent.CANCEL)) {
      return List.of(
          Refusal.of(
              RefusalCode.RESERVATION_NOT_FOUND,
              "Availability block "
                  + (sent.code() == null ? "with number " + sent.number() : sent.code())
                  + " is not known here; do not send the message again."));
    }
    Block stored = merged(known, sent);
    blocks.save(dsl, connectionId, stored, message.messageId());
    ConfirmationStore.queue(
        dsl,
        connectionId,
        message,
        stored.code(),
        BlockMessageMapper.confirmation(message.messageId(), stored),
        now);
    return List.of();
  }

  private Optional<Block> find(DSLContext dsl, long connectionId, IncomingBlock sent) {
    String code = sent.code();
    Optional<Block> coded = code == null ? Optional.empty() : blocks.coded(dsl, connectionId, code);
    return coded.isPresent() ? coded : blocks.numbered(dsl, connectionId, sent.number());
  }

  /** A cancelled block keeps what it was; what Mews does not send of our own ones stays as well. */
  private static Block merged(Optional<Block> known, IncomingBlock sent) {
    String code = known.map(Block::code).orElseGet(() -> PREFIX + sent.number());
    boolean own = known.map(Block::own).orElse(false);
    if (sent.event() == BlockEvent.CANCEL && known.isPresent()) {
      return new Block(
          code, sent.number(), own, true, BookingStatus.CANCELLED, known.get().content());
    }
    BlockContent content = sent.content();
    return new Block(
        code,
        sent.number(),
        own,
        false,
        BookingStatus.CONFIRMED,
        known.map(before -> content.derivedFrom(before.content().ratePlanCode())).orElse(content));
  }
}
