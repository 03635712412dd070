package channelcert.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Skips what the contract does not know, up to a number of properties: the parser remembers every
 * name it has met, so a body of millions of them would fill the memory.
 */
final class BoundedParser extends JsonParserDelegate {
  private int unknown;

  BoundedParser(JsonParser parser) {
    super(parser);
  }

  @Override
  public JsonParser skipChildren() throws IOException {
    countUnknown();
    if (currentToken() == null || !currentToken().isStructStart()) {
      return this;
    }
    for (int depth = 1; depth > 0; ) {
      JsonToken token = nextToken();
      if (token == null) {
        return this;
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.FIELD_NAME) {
        countUnknown();
      }
    }
    return this;
  }

  private void countUnknown() throws StreamConstraintsException {
    if (++unknown > Json.MAX_UNKNOWN) {
      throw new StreamConstraintsException("unknown properties", currentTokenLocation());
    }
  }
}
