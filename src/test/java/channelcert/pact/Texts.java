package channelcert.pact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as the pacts are written in: single quotes, decimals as they stand. */
final class Texts {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Texts() {}

  static JsonNode json(String text) {
    try {
      return withoutNulls(MAPPER.readTree(text.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Absent and null say the same, but for the channel that has no code yet. */
  private static JsonNode withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object && !object.has("isPrimary")) {
      object.properties().removeIf(each -> each.getValue().isNull());
    }
    node.forEach(Texts::withoutNulls);
    return node;
  }

  static ObjectNode regex(String regex) {
    return MAPPER.createObjectNode().put("match", "regex").put("regex", regex);
  }

  static ObjectNode kind(String kind) {
    return MAPPER.createObjectNode().put("match", kind);
  }

  /** At least so many, each of the example's form. */
  static ObjectNode some(int min) {
    return kind("type").put("min", min);
  }

  /** One matcher in the form of a pact file. */
  static ObjectNode rule(ObjectNode matcher) {
    ObjectNode rule = MAPPER.createObjectNode().put("combine", "AND");
    rule.putArray("matchers").add(matcher);
    return rule;
  }
}
