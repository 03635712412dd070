package channelcert.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * JSON as a tree, without numbers that nobody can calculate with. Trees show what a party really
 * sent, so the bound is wider than that of the contract's decimals: an exponent beyond the longest
 * allowed number is refused, everything else is kept.
 */
final class StrictTrees extends JsonDeserializer<JsonNode> {
  private static final JsonDeserializer<? extends JsonNode> TREES =
      JsonNodeDeserializer.getDeserializer(JsonNode.class);

  @Override
  public JsonNode deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    JsonNode tree = TREES.deserialize(parser, context);
    refuseHugeNumbers(tree, context);
    return tree;
  }

  @Override
  public JsonNode getNullValue(DeserializationContext context) throws JsonMappingException {
    return TREES.getNullValue(context);
  }

  private static void refuseHugeNumbers(JsonNode node, DeserializationContext context)
      throws IOException {
    if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > Json.MAX_NUMBER) {
      throw context.weirdStringException(node.asText(), BigDecimal.class, "too large");
    }
    for (JsonNode child : node) {
      refuseHugeNumbers(child, context);
    }
  }
}
