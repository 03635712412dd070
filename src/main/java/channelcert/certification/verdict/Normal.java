package channelcert.certification.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON in one notation: 12.50 is 12.5, and a field that is null is absent. */
final class Normal {
  private Normal() {}

  static JsonNode form(JsonNode node) {
    if (node.isNumber()) {
      return JsonNodeFactory.instance.textNode(CellValue.number(node));
    }
    if (node.isArray()) {
      var list = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> list.add(form(each)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    node.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> object.set(field.getKey(), form(field.getValue())));
    return object;
  }
}
