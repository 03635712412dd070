package channelcert.journey.environment;

import channelcert.exchange.Body;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads a single field of a message without reading the whole of it. */
final class Fields {
  private Fields() {}

  /** The text of a field at the top of a message; empty when there is none. */
  static String text(Body body, String name) {
    try (JsonParser parser = Json.mapper().createParser(body.stream())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(name);
        JsonToken value = parser.nextToken();
        if (wanted) {
          return value == JsonToken.VALUE_STRING ? parser.getText() : "";
        }
        parser.skipChildren();
      }
      return "";
    } catch (IOException noJson) {
      return "";
    }
  }
}
