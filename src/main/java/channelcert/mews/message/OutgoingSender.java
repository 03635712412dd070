package channelcert.mews.message;

import channelcert.mews.Refusal;
import channelcert.mews.property.ConnectionDetails;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Completes the stored messages of one operation with tokens, ids and codes, and sends them. */
public interface OutgoingSender {
  /** Published name of the operation. */
  String operation();

  /**
   * Sends a message once.
   *
   * @param address the registered one
   * @param codes what the channel manager calls the subject of the message
   */
  OutgoingResult send(
      ConnectionDetails connection, URI address, Outgoing message, CodeStore.Codes codes);

  /**
   * What of a refused content may be sent again, because the refusals exclude the rest; empty when
   * nothing is left, or nothing was excluded.
   */
  Optional<String> rest(String content, List<Refusal> refusals);
}
