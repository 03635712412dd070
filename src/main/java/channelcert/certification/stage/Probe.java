package channelcert.certification.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sends single messages to the candidate in the place of Mews, also such as Mews never sends. Every
 * one is recorded like those of Mews.
 */
public interface Probe {
  /**
   * What every message carries: both tokens, the identifier and an address for a confirmation.
   *
   * @param operation published name of the operation
   */
  ObjectNode envelope(String operation, String messageId);

  /** Whether the candidate registered an address for the operation. */
  boolean isRegistered(String operation);

  /** Posts a message as Mews would. */
  void post(String operation, JsonNode message);

  /** Sends a request of any form. */
  void send(String operation, String method, String contentType, String body);

  /**
   * Offers a TLS version that is no longer allowed; answers in words what came of it, beginning
   * with {@code refused}, {@code accepted} or {@code not applicable}.
   */
  String offerOldTls(String operation);
}
