package channelcert.exchange;

import channelcert.exchange.Splices.Splice;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the secrets of a JSON text, however its property names are escaped. */
final class JsonSecrets {
  /** Without limits: what a party sent is masked before anybody judges it. UTF-8 only. */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private final JsonParser parser;
  private final List<Splice> splices = new ArrayList<>();

  private JsonSecrets(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The secrets with what takes their place.
   *
   * @throws IOException when the bytes are no JSON
   */
  static List<Splice> in(byte[] bytes) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      JsonSecrets search = new JsonSecrets(parser);
      search.run();
      return search.splices;
    }
  }

  private void run() throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      Secret secret = token == JsonToken.FIELD_NAME ? Secret.of(parser.currentName()) : null;
      if (secret != null) {
        maskValue(secret);
      }
    }
  }

  /** The value of a secret property; when it is an object or a list, everything in it. */
  private void maskValue(Secret secret) throws IOException {
    int depth = 0;
    do {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
        mask(secret);
      }
    } while (depth > 0 || parser.currentToken() == JsonToken.FIELD_NAME);
  }

  private void mask(Secret secret) throws IOException {
    String value = parser.getText();
    String masked = secret.mask(value);
    if (!masked.equals(value)) {
      parser.finishToken();
      int start = (int) parser.currentTokenLocation().getByteOffset();
      int end = (int) parser.currentLocation().getByteOffset();
      splices.add(new Splice(start, end, '"' + escaped(masked) + '"'));
    }
  }

  /** A card number may stand among other text. */
  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
