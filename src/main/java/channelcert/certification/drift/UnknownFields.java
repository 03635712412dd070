package channelcert.certification.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the fields of a message that its schema does not name. */
final class UnknownFields {
  private final Published api;
  private final Set<String> found = new TreeSet<>();

  private UnknownFields(Published api) {
    this.api = api;
  }

  /** Their places, without the numbers of elements. */
  static Set<String> in(JsonNode message, Published api, String place) {
    UnknownFields fields = new UnknownFields(api);
    fields.walk("", message, List.of(api.written(place)));
    return fields.found;
  }

  /**
   * Goes through a value.
   *
   * @param schemas that hold for it together
   */
  private void walk(String place, JsonNode value, List<JsonNode> schemas) {
    List<JsonNode> all = new ArrayList<>();
    schemas.forEach(schema -> unfold(schema, all));
    if (value.isArray()) {
      List<JsonNode> items = below(all, "items");
      value.forEach(element -> walk(place + "[]", element, items));
    }
    if (value.isObject() && all.stream().anyMatch(schema -> schema.has("properties"))) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        String inside = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
        List<JsonNode> known = below(below(all, "properties"), field.getKey());
        if (known.isEmpty()) {
          found.add(inside);
        } else {
          walk(inside, field.getValue(), known);
        }
      }
    }
  }

  private void unfold(JsonNode schema, List<JsonNode> into) {
    JsonNode ref = schema.get("$ref");
    if (ref != null) {
      unfold(api.written(ref.asText()), into);
      return;
    }
    into.add(schema);
    for (String parts : List.of("allOf", "anyOf", "oneOf")) {
      schema.path(parts).forEach(part -> unfold(part, into));
    }
  }

  private static List<JsonNode> below(List<JsonNode> nodes, String name) {
    return nodes.stream().filter(node -> node.has(name)).map(node -> node.get(name)).toList();
  }
}
