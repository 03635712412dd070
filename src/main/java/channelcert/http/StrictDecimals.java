package channelcert.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Decimals of at most 18 digits with a scale of -2 to 6. Eleven characters such as {@code
 * 1e100000000} would otherwise keep a core busy for a minute in the first addition, so the size is
 * looked at before anybody calculates.
 */
final class StrictDecimals extends StdScalarDeserializer<BigDecimal> {
  static final int MAX_DIGITS = 18;
  static final int MAX_SCALE = 6;
  private static final int MIN_SCALE = -2;

  StrictDecimals() {
    super(BigDecimal.class);
  }

  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
    }
    BigDecimal value = decimal(parser, context);
    boolean sensible =
        value.precision() <= MAX_DIGITS && value.scale() >= MIN_SCALE && value.scale() <= MAX_SCALE;
    if (!sensible) {
      throw context.weirdStringException(parser.getText(), BigDecimal.class, "too large");
    }
    return value;
  }

  private static BigDecimal decimal(JsonParser parser, DeserializationContext context)
      throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (StreamReadException | NumberFormatException beyondAnyExponent) {
      throw context.weirdStringException(parser.getText(), BigDecimal.class, "too large");
    }
  }
}
