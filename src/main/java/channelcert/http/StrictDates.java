package channelcert.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Calendar days of the form yyyy-MM-dd; no timestamps, no lists, no 30 February. */
final class StrictDates extends StdScalarDeserializer<LocalDate> {
  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  StrictDates() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
    }
    String text = parser.getText();
    if (!FORM.matcher(text).matches()) {
      throw context.weirdStringException(text, LocalDate.class, "no date");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notInTheCalendar) {
      throw context.weirdStringException(text, LocalDate.class, "no date");
    }
  }
}
