package channelcert.certification.evidence;

import channelcert.certification.verdict.Message;
import channelcert.exchange.Body;
import channelcert.exchange.Exchange;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * Reads recorded bodies as they are: no model, no leniency, amounts as exact decimals. A model
 * would forgive what the checks have to see.
 */
public final class Bodies {
  private static final ObjectMapper PLAIN =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Bodies() {}

  public static Message message(Exchange exchange) {
    return new Message(exchange, json(exchange.requestBody()), json(exchange.responseBody()));
  }

  /** The body as JSON; a {@link MissingNode} where it is none. */
  public static JsonNode json(Body body) {
    if (body.length() == 0) {
      return MissingNode.getInstance();
    }
    try {
      return PLAIN.readTree(body.stream());
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
