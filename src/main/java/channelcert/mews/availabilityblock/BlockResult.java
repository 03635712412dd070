package channelcert.mews.availabilityblock;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.message.AcceptedMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a block message, to be reported to the channel manager.
 *
 * @param messageId id of the message
 * @param code the channel manager's of the block
 * @param number Mews' number of the block; absent when Mews has none
 * @param errors why nothing was stored; empty on success
 */
record BlockResult(String messageId, String code, @Nullable String number, List<Refusal> errors) {
  private static final int MOST_REASONS = 20;

  static BlockResult success(AcceptedMessage message, String number) {
    return new BlockResult(message.messageId(), message.subject(), number, List.of());
  }

  static BlockResult failure(
      AcceptedMessage message, @Nullable String number, List<Refusal> refusals) {
    return new BlockResult(
        message.messageId(),
        message.subject(),
        number,
        refusals.stream().limit(MOST_REASONS).toList());
  }

  /** Our own fault, after which the same message may be sent again under a new id. */
  static BlockResult systemError(AcceptedMessage message) {
    return failure(
        message,
        null,
        List.of(
            Refusal.of(
                ErrorCode.SYSTEM_ERROR,
                "Mews could not process the block; send it again in a while.")));
  }
}
