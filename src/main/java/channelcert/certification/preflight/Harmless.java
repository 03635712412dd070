package channelcert.certification.preflight;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages about a connection that nobody set up, so that they can change nothing. */
final class Harmless {
  /** Nobody has a connection with that token. */
  static final String CONNECTION = "PREFLIGHT-NO-SUCH-CONNECTION";

  private static final String NEVER = "PREFLIGHT-NO-SUCH-BOOKING";

  private static final String CODE = "PREFLIGHT";
  private static final String DAY = "2030-01-01";

  private Harmless() {}

  static String message(String operation, String clientToken) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("clientToken", clientToken).put("connectionToken", CONNECTION);
    message.put("messageId", "preflight-" + operation);
    switch (operation) {
      case "updateAvailability" -> entry(message, "availabilities").put("availability", 0);
      case "updatePrices" ->
          entry(message, "ratePrices")
              .put("ratePlanCode", CODE)
              .putArray("prices")
              .addObject()
              .put("currencyCode", "EUR")
              .put("guestCount", 1)
              .put("grossAmount", 100)
              .put("netAmount", 100);
      case "updateRestrictions" ->
          entry(message, "restrictions").put("ratePlanCode", CODE).putArray("state").add(1);
      case "confirmGroup" ->
          message
              .put("relatedMessageId", "preflight")
              .put("channelManagerId", NEVER)
              .putArray("reservations")
              .addObject()
              .put("code", "01")
              .put("confirmationNumber", "0");
      case "processGroup" -> message.put("channelManagerId", NEVER).putArray("reservations");
      default -> {
        // The tokens say enough to be refused.
      }
    }
    return message.toString();
  }

  /** The answer is refused at once, so nobody calls the address. */
  private static ObjectNode entry(ObjectNode push, String list) {
    push.put("responseUrl", "https://mews.invalid/api/channelManager/v1/preflight");
    return push.putArray(list)
        .addObject()
        .put("spaceTypeCode", CODE)
        .put("from", DAY)
        .put("to", DAY);
  }
}
