package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.availabilityblock.BlockLetterStore.Letter;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.reservation.BookingStatus;
import channelcert.channelmanager.reservation.CardNumber;
import channelcert.channelmanager.reservation.HeldCard;
import channelcert.channelmanager.reservation.Outbox;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders about blocks and puts messages about them out. A change or cancellation needs Mews'
 * number, so that it has to wait for the confirmation of the block.
 */
public final class BlockDesk {
  private final BlockLetterStore letters;
  private final Outbox outbox;
  private final Supplier<String> ids;
  private final Runnable wakeWorker;

  /**
   * Wires the work.
   *
   * @param ids source of message ids
   * @param wakeWorker called when a message waits to be sent
   */
  public BlockDesk(
      BlockLetterStore letters, Outbox outbox, Supplier<String> ids, Runnable wakeWorker) {
    this.letters = letters;
    this.outbox = outbox;
    this.ids = ids;
    this.wakeWorker = wakeWorker;
  }

  /** Sends a new block; a known one with the same code starts over. */
  public void send(
      Connection connection, String code, BlockContent content, @Nullable CardNumber card) {
    write(
        connection,
        code,
        known ->
            letter(
                BlockEvent.CREATE,
                new Block(
                    code,
                    known.map(Block::confirmationNumber).orElse(null),
                    true,
                    false,
                    BookingStatus.SENT,
                    content),
                card));
  }

  /**
   * Sends the new definition of a block.
   *
   * @throws BlockUnready when there is none, or its number is not known yet
   */
  public void modify(
      Connection connection, String code, BlockContent content, @Nullable CardNumber card) {
    write(
        connection,
        code,
        known -> letter(BlockEvent.UPDATE, changed(ready(code, known), false, content), card));
  }

  /**
   * Gives a block up.
   *
   * @throws BlockUnready when there is none, or its number is not known yet
   */
  public void cancel(Connection connection, String code) {
    write(
        connection,
        code,
        known -> {
          Block block = ready(code, known);
          return letter(BlockEvent.CANCEL, changed(block, true, block.content()), null);
        });
  }

  /** The newest message about each block that was sent, by our code. */
  public Map<String, String> messages(Connection connection) {
    return letters.newest(connection.id());
  }

  private static Block changed(Block block, boolean cancelled, BlockContent content) {
    return new Block(
        block.code(),
        block.confirmationNumber(),
        block.own(),
        cancelled,
        BookingStatus.SENT,
        content);
  }

  private static Block ready(String code, Optional<Block> known) {
    Block block =
        known.orElseThrow(
            () ->
                new BlockUnready(
                    "There is no block " + code + " here; send it with sendBlock first."));
    if (block.confirmationNumber() == null || block.content().ratePlanCode() == null) {
      throw new BlockUnready(
          "The block "
              + code
              + " was made by Mews, or Mews has not confirmed it yet; wait for its number.");
    }
    return block;
  }

  private Letter letter(BlockEvent event, Block block, @Nullable CardNumber card) {
    String messageId = ids.get();
    @Nullable HeldCard held =
        card == null ? null : new HeldCard(card, block.content().booker().lastName());
    return new Letter(
        block,
        outbox.announce(
            BlockLetterStore.OPERATION,
            messageId,
            block.code(),
            BlockMessageMapper.message(messageId, event, block),
            held));
  }

  private void write(
      Connection connection, String code, Function<Optional<Block>, Letter> writing) {
    letters.write(connection.id(), code, writing);
    wakeWorker.run();
  }
}
