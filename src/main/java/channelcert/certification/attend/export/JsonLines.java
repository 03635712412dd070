package channelcert.certification.attend.export;

import channelcert.certification.attend.RefusedReply;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of a JSON list of flat objects, at the top or as the only list in an object. */
final class JsonLines {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(
              com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonLines() {}

  static List<Map<String, String>> of(String name, byte[] bytes) throws RefusedReply {
    List<Map<String, String>> lines = new ArrayList<>();
    for (JsonNode each : list(name, root(name, bytes))) {
      if (!each.isObject()) {
        throw new RefusedReply(
            name + ", entry " + (lines.size() + 1) + ": no object, but " + each.getNodeType());
      }
      lines.add(line(each));
    }
    if (!lines.isEmpty()) {
      Column.header(name, List.copyOf(lines.getFirst().keySet()));
    }
    return lines;
  }

  private static JsonNode root(String name, byte[] bytes) throws RefusedReply {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new RefusedReply(
          name
              + " is no JSON, line "
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can always be read", e);
    }
  }

  private static JsonNode list(String name, JsonNode root) throws RefusedReply {
    if (root.isArray()) {
      return root;
    }
    List<JsonNode> lists = root.valueStream().filter(JsonNode::isArray).toList();
    if (lists.size() != 1) {
      throw new RefusedReply(name + " holds no list of entries; export [{...}, ...].");
    }
    return lists.getFirst();
  }

  private static Map<String, String> line(JsonNode entry) {
    Map<String, String> values = new LinkedHashMap<>();
    entry
        .properties()
        .forEach(
            field ->
                Column.of(field.getKey())
                    .ifPresent(
                        column ->
                            values.put(
                                column.name(),
                                field.getValue().isNull() ? "" : field.getValue().asText())));
    return values;
  }
}
