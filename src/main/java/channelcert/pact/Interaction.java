package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One exchange that a consumer relies on.
 *
 * @param row the certification row or rule that it encodes
 * @param states what the provider has to have beforehand
 * @param path where the request goes
 * @param request the example of the request body
 * @param free where a request may differ from its example and still be meant
 * @param generators what replaces parts of the request when it is sent, by JSON path
 * @param headerRules by lower-case header name, in the form of a JSON path
 * @param answer the example of the answer body
 * @param answerRules where the answer may differ from its example
 */
public record Interaction(
    String description,
    String row,
    List<ProviderState> states,
    String path,
    JsonNode request,
    Rules free,
    Map<String, JsonNode> generators,
    int status,
    Rules headerRules,
    JsonNode answer,
    Rules answerRules) {
  /** The two operations that stand behind the card proxy, by the keys of the demo environment. */
  private static final Map<String, String> PROXIED =
      Map.of(
          "0426f19b66715a93", "processGroup",
          "4ef00bba562b5622", "processAvailabilityBlock");

  /** The published name of the operation. */
  public String operation() {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return PROXIED.getOrDefault(last, last);
  }
}
