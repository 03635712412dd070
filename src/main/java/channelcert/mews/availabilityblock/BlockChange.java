package channelcert.mews.availabilityblock;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.availabilityblock.Block.Origin;
import channelcert.mews.reservation.group.Findings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a message of a channel manager does to a block. Whether a block is made or changed
 * follows from what Mews has, as for bookings; a cancellation is only what says so. Used once.
 */
final class BlockChange {
  private final BlockRules rules;
  private final Findings findings;
  private final String propertyId;
  private final Instant now;

  /**
   * Makes the decision.
   *
   * @param rules report to the same findings
   */
  BlockChange(BlockRules rules, Findings findings, String propertyId, Instant now) {
    this.rules = rules;
    this.findings = findings;
    this.propertyId = propertyId;
    this.now = now;
  }

  /**
   * The block as it is from now on; absent when the message is refused, which the findings tell.
   *
   * @param known the block as it is; absent when Mews never accepted it
   * @param origin where a new block comes from
   * @param freeNumber of a new block
   */
  @Nullable Block decide(
      @Nullable Block known, BlockMessage message, Origin origin, String freeNumber) {
    message.remarks().forEach(findings::warn);
    if (message.code().equals("_")) {
      findings.refuse("Block _: the code _ is reserved; give the block another code.");
    }
    if (message.status() == BlockMessage.Status.CANCELED) {
      return checked(known, message) ? cancel(known) : null;
    }
    if (message.status() == BlockMessage.Status.UPDATED) {
      if (checked(known, message) && known != null && known.cancelled()) {
        findings.refuse(
            "Block "
                + Findings.shown(message.code())
                + ": it was cancelled; send it with status Created to hold it again.");
      }
    } else if (known != null && !known.cancelled()) {
      findings.warn("Block: it is known already; status Created is read as Updated.");
    }
    return define(known, message, origin, freeNumber);
  }

  /** Whether the block that is to be changed is the one that Mews knows. */
  private boolean checked(@Nullable Block known, BlockMessage message) {
    String shown = "Block " + Findings.shown(message.code());
    if (known == null) {
      findings.refuse(
          Refusal.of(
              ErrorCode.RESERVATION_NOT_FOUND,
              shown
                  + ": Mews knows no block with this code on the connection; send it with status"
                  + " Created, and do not repeat this message."));
      return false;
    }
    if (!known.number().equals(message.number())) {
      findings.refuse(
          shown
              + ": confirmationNumber "
              + Findings.shown(String.valueOf(message.number()))
              + " is not the number of this block; send "
              + known.number()
              + ".");
    }
    return findings.refusals().isEmpty();
  }

  private @Nullable Block cancel(@Nullable Block known) {
    return known == null || known.cancelled() ? known : known.cancel(now);
  }

  private @Nullable Block define(
      @Nullable Block known, BlockMessage message, Origin origin, String freeNumber) {
    if (!message.cardAccepted()) {
      findings.refuse(
          "Block: paymentCard is none of the test cards, and this environment takes no other; send"
              + " the block with a published test card.");
    }
    BlockDefinition definition = rules.definition(message.order());
    if (definition == null || !findings.refusals().isEmpty()) {
      return null;
    }
    if (known == null) {
      return new Block(propertyId, freeNumber, origin, false, definition, now);
    }
    keepsGrouping(known, definition);
    return findings.refusals().isEmpty() ? known.defined(definition, now) : null;
  }

  private void keepsGrouping(Block known, BlockDefinition wanted) {
    if (known.definition().grouping() != wanted.grouping()) {
      findings.refuse(
          "Block: pickupType cannot change once the block is made; send the one it was made with.");
    }
  }
}
