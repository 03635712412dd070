package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.reservation.BookingStatus;
import channelcert.channelmanager.reservation.ErrorLogStore;
import channelcert.channelmanager.reservation.LoggedError;
import channelcert.channelmanager.reservation.MessageState;
import channelcert.channelmanager.reservation.NewMessage;
import channelcert.channelmanager.reservation.OutboxStore;
import channelcert.channelmanager.reservation.OutgoingMessage;
import channelcert.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Our blocks together with the messages about them, each change in one transaction. */
public final class BlockLetterStore {
  static final String OPERATION = "processAvailabilityBlock";

  private final Database database;
  private final BlockStore blocks;
  private final OutboxStore outbox;
  private final ErrorLogStore errors;

  /** Joins the three stores. */
  public BlockLetterStore(
      Database database, BlockStore blocks, OutboxStore outbox, ErrorLogStore errors) {
    this.database = database;
    this.blocks = blocks;
    this.outbox = outbox;
    this.errors = errors;
  }

  /**
   * A block with the message about it.
   *
   * @param block as it is from now on
   */
  record Letter(Block block, NewMessage message) {}

  /**
   * Stores what a block becomes, and queues the message.
   *
   * @param writing writes the letter, given the block as it is; throws to change nothing
   */
  void write(long connectionId, String code, Function<Optional<Block>, Letter> writing) {
    database.run(
        dsl -> {
          Letter letter = writing.apply(blocks.coded(dsl, connectionId, code));
          blocks.save(dsl, connectionId, letter.block(), letter.message().messageId());
          outbox.add(dsl, connectionId, letter.message());
        });
  }

  /** The block that a message was about; empty when none was sent under the id. */
  Optional<String> blockOf(long connectionId, String messageId) {
    return outbox.reference(database.dsl(), connectionId, OPERATION, messageId);
  }

  /** The newest message about each block that was sent, by our code. */
  Map<String, String> newest(long connectionId) {
    return outbox.newest(connectionId, OPERATION);
  }

  /** Mews processed a message. */
  void confirmed(long connectionId, String messageId, String code, String number) {
    database.run(
        dsl -> {
          blocks
              .coded(dsl, connectionId, code)
              .ifPresent(
                  block -> {
                    outbox.confirmed(dsl, connectionId, messageId, MessageState.CONFIRMED);
                    blocks.setNumber(dsl, connectionId, code, number);
                    blocks.setStatus(
                        dsl,
                        connectionId,
                        code,
                        messageId,
                        block.cancelled() ? BookingStatus.CANCELLED : BookingStatus.CONFIRMED);
                  });
        });
  }

  /** Mews could not process a message. */
  void refused(long connectionId, String messageId, String code, List<LoggedError> failures) {
    database.run(
        dsl -> {
          boolean news = outbox.confirmed(dsl, connectionId, messageId, MessageState.REFUSED);
          blocks.setStatus(dsl, connectionId, code, messageId, BookingStatus.REFUSED);
          if (news) {
            failures.forEach(failure -> errors.add(dsl, connectionId, failure));
          }
        });
  }

  void accepted(OutgoingMessage message) {
    database.run(dsl -> outbox.answered(dsl, message, MessageState.ACCEPTED));
  }

  /** A message waits until it is released. */
  void held(OutgoingMessage message, List<LoggedError> failures) {
    database.run(
        dsl -> {
          failures.forEach(failure -> errors.add(dsl, message.connectionId(), failure));
          outbox.answered(dsl, message, MessageState.HELD);
        });
  }

  /** A message is never sent again. */
  void givenUp(OutgoingMessage message, List<LoggedError> failures) {
    database.run(
        dsl -> {
          failures.forEach(failure -> errors.add(dsl, message.connectionId(), failure));
          if (outbox.answered(dsl, message, MessageState.REFUSED)) {
            blocks.setStatus(
                dsl,
                message.connectionId(),
                message.reference(),
                message.messageId(),
                BookingStatus.REFUSED);
          }
        });
  }
}
