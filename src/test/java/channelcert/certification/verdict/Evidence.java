package channelcert.certification.verdict;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evidence written by hand, exchange by exchange. */
final class Evidence {
  static final String OK = "{\"success\":true}";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final URI LOOPBACK = URI.create("http://127.0.0.1:8091/anything");

  private final List<Message> messages = new ArrayList<>();
  private final Map<String, String> facts = new HashMap<>();
  private final Map<String, RowEvidence> earlier = new HashMap<>();

  static Evidence empty() {
    return new Evidence();
  }

  /** Mews pushes, the candidate answers. */
  Evidence push(PushKind kind, String request, String answer) {
    return mews(kind.operation(), request, answer);
  }

  Evidence mews(String operation, String request, String answer) {
    return add(Direction.MEWS_TO_CANDIDATE, operation, request, answer);
  }

  Evidence candidate(String operation, String request, String answer) {
    return add(Direction.CANDIDATE_TO_MEWS, operation, request, answer);
  }

  Evidence driver(String operation, String request, String answer) {
    return add(Direction.DRIVER, operation, request, answer);
  }

  Evidence add(Direction direction, String operation, String request, String answer) {
    return add(direction, operation, LOOPBACK, request, 200, "application/json", answer, null);
  }

  Evidence add(
      Direction direction,
      String operation,
      URI url,
      String request,
      int status,
      @Nullable String contentType,
      String answer,
      @Nullable String failure) {
    Exchange exchange =
        new Exchange(
            String.format("e-%04d", messages.size() + 1),
            direction,
            operation,
            "POST",
            url,
            Instant.EPOCH.plusSeconds(messages.size()),
            Duration.ofMillis(5),
            Body.of(request),
            status,
            contentType,
            Body.of(answer),
            failure);
    messages.add(new Message(exchange, json(request), json(answer)));
    return this;
  }

  Evidence fact(String name, String value) {
    facts.put(name, value);
    return this;
  }

  /**
   * What the set-up of the run left: facts about the property, and the mapping where there is one.
   */
  Evidence setUp(String property, Evidence exchanges) {
    earlier.put(
        PropertyFacts.SET_UP,
        new RowEvidence(exchanges.messages, Map.of(), Map.of(PropertyFacts.NOTE, property)));
    return this;
  }

  Evidence before(String rowId, RowEvidence evidence) {
    earlier.put(rowId, evidence);
    return this;
  }

  RowEvidence row() {
    return new RowEvidence(messages, earlier, facts);
  }

  Finding judgedBy(Check check) {
    return check.judge(row());
  }

  private static JsonNode json(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
