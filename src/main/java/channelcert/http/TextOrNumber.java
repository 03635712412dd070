package channelcert.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** A string that may also stand there as a number, taken as it is written. */
final class TextOrNumber extends StdScalarDeserializer<String> {
  TextOrNumber() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonToken token = parser.currentToken();
    boolean readable = token == JsonToken.VALUE_STRING || token.isNumeric();
    return readable
        ? parser.getText()
        : (String) context.handleUnexpectedToken(String.class, parser);
  }
}
