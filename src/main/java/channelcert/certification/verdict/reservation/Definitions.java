package channelcert.certification.verdict.reservation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Compares definitions of reservations by meaning: a number in any notation, and absent like null
 * or an empty list. The state is left out, because Mews derives it.
 */
final class Definitions {
  private Definitions() {}

  static boolean same(JsonNode one, JsonNode other) {
    return meaning(one).equals(meaning(other));
  }

  private static JsonNode meaning(JsonNode value) {
    if (value.isObject()) {
      return meaningOfObject(value);
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(entry -> array.add(meaning(entry)));
      return array.isEmpty() ? JsonNodeFactory.instance.missingNode() : array;
    }
    if (value.isNumber()) {
      return JsonNodeFactory.instance.textNode(
          "number " + value.decimalValue().stripTrailingZeros());
    }
    return value.isNull() ? JsonNodeFactory.instance.missingNode() : value;
  }

  private static ObjectNode meaningOfObject(JsonNode object) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (var field : object.properties()) {
      JsonNode meaning = meaning(field.getValue());
      boolean derived = field.getKey().equals("state") && field.getValue().isNumber();
      if (!meaning.isMissingNode() && !derived) {
        result.set(field.getKey(), meaning);
      }
    }
    return result;
  }
}
