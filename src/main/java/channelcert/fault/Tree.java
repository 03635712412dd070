package channelcert.fault;

import channelcert.exchange.Body;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** JSON trees that keep every number as it was written. */
final class Tree {
  private static final ObjectMapper MAPPER =
      Json.mapper()
          .copy()
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

  private Tree() {}

  /** The object in a body; empty where the body is something else. */
  static Optional<ObjectNode> read(Body body) {
    try {
      return MAPPER.readTree(body.stream()) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] write(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree cannot be written", e);
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The objects in a list of an object; none where the list is absent. */
  static Stream<ObjectNode> items(JsonNode parent, String list) {
    return parent.path(list).valueStream().flatMap(Tree::asObject);
  }

  static void each(JsonNode parent, String list, Consumer<ObjectNode> edit) {
    items(parent, list).toList().forEach(edit);
  }

  /** Takes the objects out of a list for which the condition holds. */
  static void removeWhere(JsonNode parent, String list, Predicate<ObjectNode> condition) {
    if (parent.path(list) instanceof ArrayNode array) {
      array.removeIf(item -> item instanceof ObjectNode object && condition.test(object));
    }
  }

  /** Takes the last entry out of a list that is not empty. */
  static void removeLast(JsonNode parent, String list) {
    if (parent.path(list) instanceof ArrayNode array) {
      array.remove(array.size() - 1);
    }
  }

  private static Stream<ObjectNode> asObject(JsonNode node) {
    return node instanceof ObjectNode object ? Stream.of(object) : Stream.empty();
  }
}
