package channelcert.certification.report;

import channelcert.exchange.Body;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;

/**
 * The beginning of a body for reading: JSON set out in lines, numbers as they were written;
 * anything else as it came.
 *
 * @param text the beginning, at most as long as asked for
 * @param cut whether there is more
 */
record JsonExcerpt(String text, boolean cut) {

  private static final Separators SEPARATORS =
      Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

  static JsonExcerpt of(Body body, int length) {
    String text;
    try {
      text = setOut(body.stream(), length);
    } catch (IOException e) {
      text = body.text();
    }
    return new JsonExcerpt(VisibleText.cut(text, length), text.length() > length);
  }

  /** Reads no further than needed: a full push has megabytes. */
  private static String setOut(InputStream body, int length) throws IOException {
    StringWriter out = new StringWriter();
    JsonGenerator generator = Json.mapper().getFactory().createGenerator(out);
    generator.configure(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT, false);
    generator.setPrettyPrinter(new DefaultPrettyPrinter(SEPARATORS));
    try (JsonParser parser = Json.mapper().getFactory().createParser(body)) {
      while (out.getBuffer().length() <= length && parser.nextToken() != null) {
        copy(parser, generator);
        generator.flush();
      }
    }
    return out.toString();
  }

  private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isNumeric()) {
      generator.writeNumber(parser.getText());
    } else {
      generator.copyCurrentEvent(parser);
    }
  }
}
