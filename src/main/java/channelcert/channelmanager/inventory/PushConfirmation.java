package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Refusal;
import java.util.List;

/**
 * A confirmation that Mews waits for.
 *
 * @param connectionToken a secret
 * @param responseUrl where Mews wants it
 * @param refusals why the push failed; none when it was processed
 * @param attempts how often it was tried
 */
record PushConfirmation(
    long connectionId,
    String connectionToken,
    PushKind kind,
    String messageId,
    String responseUrl,
    List<Refusal> refusals,
    int attempts) {
  /** Without the token. */
  @Override
  public String toString() {
    return "PushConfirmation[" + kind + " " + messageId + "]";
  }
}
