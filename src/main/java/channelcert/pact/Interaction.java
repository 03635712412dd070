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
    Map<String, JsonNode> generators,
    int status,
    Rules headerRules,
    JsonNode answer,
    Rules answerRules) {
  /** Last part of the path: the operation at a channel manager, and nearly always at Mews. */
  String operation() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
