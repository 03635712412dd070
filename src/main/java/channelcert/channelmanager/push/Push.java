package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.DependentRule;
import channelcert.channelmanager.inventory.NightChanges;
import channelcert.channelmanager.inventory.NightWrite;
import channelcert.channelmanager.inventory.PushKind;
import channelcert.channelmanager.inventory.Receipt;
import channelcert.channelmanager.inventory.Source;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A push that was looked at, ready to be committed.
 *
 * @param changes what it sets, not to be written when the receipt refuses it
 * @param rules rules by which rates derive
 */
record Push(Receipt receipt, NightChanges changes, List<DependentRule> rules) {
  /** Pushes of one lane are committed in order of arrival. */
  record Lane(long connectionId, PushKind kind) {}

  Lane lane() {
    return new Lane(receipt.connectionId(), receipt.kind());
  }

  NightWrite write() {
    Source source = new Source(receipt.messageId(), receipt.at().truncatedTo(ChronoUnit.SECONDS));
    return new NightWrite(receipt.connectionId(), receipt.kind(), source, changes);
  }
}
