package channelcert.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** True or false, which may also stand there in quotes. */
final class TextOrBoolean extends StdScalarDeserializer<Boolean> {
  private static final long serialVersionUID = 1L;

  TextOrBoolean() {
    super(Boolean.class);
  }

  @Override
  public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isBoolean()) {
      return parser.getBooleanValue();
    }
    if (token != JsonToken.VALUE_STRING) {
      return (Boolean) context.handleUnexpectedToken(Boolean.class, parser);
    }
    return switch (parser.getText()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw context.weirdStringException(parser.getText(), Boolean.class, "neither");
    };
  }
}
