package channelcert.certification.candidate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a candidate file each field stands. */
final class FieldLines {
  private final Map<String, Integer> lines = new HashMap<>();

  private FieldLines() {}

  /**
   * Reads the lines.
   *
   * @throws IOException when the text is no YAML
   */
  static FieldLines of(String text) throws IOException {
    FieldLines found = new FieldLines();
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.END_OBJECT) {
          String path = parser.getParsingContext().pathAsPointer().toString();
          int line = parser.currentTokenLocation().getLineNr();
          found.lines.putIfAbsent(path.substring(Math.min(1, path.length())), line);
        }
      }
    }
    return found;
  }

  /**
   * The line of a field, or of what it should stand in.
   *
   * @param field names with points between them, for example {@code endpoints.updatePrices}
   */
  int find(String field) {
    String path = field.replace('.', '/');
    while (!path.isEmpty() && !lines.containsKey(path)) {
      path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
    return path.isEmpty() ? 1 : lines.getOrDefault(path, 1);
  }
}
