package channelcert.mews.availabilityblock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a channel manager about a block. Complete in form, not checked against the rules.
 *
 * @param code the channel manager's of the block
 * @param number Mews' number of it, as the channel manager has it
 * @param cardAccepted whether the test environment takes the card; true without a card
 * @param remarks oddities of form that are tolerated
 */
record BlockMessage(
    Status status,
    String code,
    @Nullable String number,
    BlockOrder order,
    boolean cardAccepted,
    List<String> remarks) {
  /** What happens to the block. */
  enum Status {
    CREATED,
    UPDATED,
    CANCELED
  }
}
