package channelcert.http;

import channelcert.http.Unreadable.Flaw;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a JSON body completely and checks it against the rules of its type. */
final class JsonInput {
  /**
   * What follows the value is looked for here, so that it can be told apart from a broken value.
   */
  static final ObjectReader READER =
      Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonInput() {}

  /**
   * Reads a body.
   *
   * @param type a type of the contract, or {@link JsonNode} for any JSON
   * @throws Unreadable when the body is no JSON, or breaks a rule of the type
   * @throws IOException when the stream itself fails
   */
  static <T> T read(InputStream body, Class<T> type) throws Unreadable, IOException {
    try (JsonParser parser = READER.createParser(body)) {
      T value = value(parser, type);
      requireEnd(parser);
      List<Flaw> flaws = ContractRules.flaws(value);
      if (!flaws.isEmpty()) {
        throw Unreadable.properties(flaws);
      }
      return value;
    }
  }

  private static <T> T value(JsonParser parser, Class<T> type) throws Unreadable, IOException {
    try {
      requireStart(parser, type);
      return READER.readValue(parser, type);
    } catch (JacksonException fault) {
      throw Complaint.about(fault, parser);
    }
  }

  static void requireStart(JsonParser parser, Class<?> type) throws Unreadable, IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw Unreadable.whole("is empty");
    }
    if (first == JsonToken.VALUE_NULL) {
      throw Unreadable.whole("is null");
    }
    if (first != JsonToken.START_OBJECT && type != JsonNode.class) {
      throw Unreadable.whole("is " + Complaint.kind(first) + ", not an object");
    }
  }

  static void requireEnd(JsonParser parser) throws Unreadable, IOException {
    boolean ended;
    try {
      ended = parser.nextToken() == null;
    } catch (JacksonException garbage) {
      ended = false;
    }
    if (!ended) {
      throw Unreadable.whole("goes on after the end of its JSON value");
    }
  }
}
