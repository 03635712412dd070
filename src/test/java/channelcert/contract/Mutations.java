package channelcert.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Requests of an operation, each wrong in one place against its spec. */
public final class Mutations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** What may stand in place of a value; which of it is wrong, the schema says. */
  private static final Map<String, JsonNode> VALUES =
      Map.of(
          "null", NODES.nullNode(),
          "a string", NODES.textNode("certainly not"),
          "an empty string", NODES.textNode(""),
          "a number", NODES.numberNode(4711),
          "a negative number", NODES.numberNode(-1),
          "a fraction", NODES.numberNode(1.5),
          "an object", NODES.objectNode(),
          "a list", NODES.arrayNode());

  private final List<Wrong> found = new ArrayList<>();
  private final String file;
  private final String operation;
  private final String path;
  private final String schema;
  private final JsonNode good;

  private Mutations(String file, String path, JsonNode operation, JsonNode good) {
    this.file = file;
    this.operation = operation.path("operationId").asText();
    this.path = path;
    this.schema =
        "/paths/" + path.replace("/", "~1") + "/post/requestBody/content/application~1json/schema";
    this.good = good;
  }

  /**
   * A request that breaks its schema.
   *
   * @param field last name in the place that is wrong
   * @param change what was done there
   */
  public record Wrong(String operation, String path, String field, String change, String body) {
    @Override
    public String toString() {
      return operation + ": " + change;
    }
  }

  /** Wrong requests made of the examples of every operation of a document, each change once. */
  public static List<Wrong> of(String file) {
    Map<String, Wrong> all = new LinkedHashMap<>();
    Spec.document(file)
        .get("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode operation = path.getValue().path("post");
              operation
                  .at("/requestBody/content/application~1json/examples")
                  .forEach(
                      example ->
                          new Mutations(
                                  file,
                                  path.getKey(),
                                  operation,
                                  Spec.resolved(file, example).get("value"))
                              .all()
                              .forEach(wrong -> all.putIfAbsent(wrong.toString(), wrong)));
            });
    return List.copyOf(all.values());
  }

  private List<Wrong> all() {
    walk("", good);
    return found;
  }

  private void walk(String pointer, JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        at(pointer, each.getKey(), each.getValue());
        walk(pointer + "/" + each.getKey(), each.getValue());
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      String last = pointer.substring(pointer.lastIndexOf('/') + 1);
      for (Map.Entry<String, JsonNode> value : VALUES.entrySet()) {
        keep(
            pointer,
            last,
            value.getKey() + " in " + pointer,
            parent -> {
              ArrayNode list = (ArrayNode) parent;
              list.set(0, value.getValue());
            });
      }
      walk(pointer + "/0", array.get(0));
    }
  }

  private void at(String pointer, String field, JsonNode value) {
    String place = pointer + "/" + field;
    keep(pointer, field, "no " + place, parent -> ((ObjectNode) parent).remove(field));
    VALUES.forEach(
        (name, wrong) ->
            keep(
                pointer,
                field,
                name + " as " + place,
                parent -> ((ObjectNode) parent).set(field, wrong)));
    if (value.isTextual() && DATE.matcher(value.asText()).matches()) {
      keep(
          pointer,
          field,
          "30 February as " + place,
          parent -> ((ObjectNode) parent).put(field, "2027-02-30"));
    }
  }

  private void keep(String pointer, String field, String change, Consumer<JsonNode> edit) {
    JsonNode copy = good.deepCopy();
    edit.accept(copy.at(pointer));
    try {
      String body = JSON.writeValueAsString(copy);
      if (!Spec.violations(file, schema, body).isEmpty()) {
        found.add(new Wrong(operation, path, field, change, body));
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
