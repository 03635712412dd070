package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** JSON for people and for comparing: what fits into a line stands in one. */
final class Lines {
  private static final int WIDTH = 140;

  private Lines() {}

  static String of(JsonNode node) {
    return text(node, "");
  }

  private static String text(JsonNode node, String indent) {
    String line = node.toString();
    if (node.isValueNode() || indent.length() + line.length() <= WIDTH) {
      return line;
    }
    String deeper = indent + "  ";
    List<String> parts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> parts.add(deeper + text(each, deeper)));
    } else {
      node.properties()
          .forEach(
              each ->
                  parts.add(
                      deeper
                          + TextNode.valueOf(each.getKey())
                          + ": "
                          + text(each.getValue(), deeper)));
    }
    String all = String.join(",\n", parts);
    return node.isArray() ? "[\n" + all + "\n" + indent + "]" : "{\n" + all + "\n" + indent + "}";
  }
}
