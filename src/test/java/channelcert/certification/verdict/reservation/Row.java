package channelcert.certification.verdict.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evidence of a row, written by hand: the messages in the order in which they are added. */
final class Row {
  static final NotedBooking BOOKING = new NotedBooking("booking");

  /** The only earlier row of the tests. */
  static final String CREATE = "reservation/create";

  static final List<String> AFTER_CREATE = List.of(CREATE);

  /** Keeps amounts as they were written, as the evidence of a run does. */
  private static final ObjectMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final List<Message> messages = new ArrayList<>();
  private final Map<String, RowEvidence> earlier = new HashMap<>();
  private final Map<String, String> facts = new HashMap<>();

  /** A row about the booking with that nonce. */
  static Row about(String nonce) {
    Row row = new Row();
    row.facts.put(BOOKING.fact(), nonce);
    return row;
  }

  Row fact(String name, String value) {
    facts.put(name, value);
    return this;
  }

  Row after(Row create) {
    earlier.put(CREATE, create.evidence());
    return this;
  }

  Row sent(String processGroup) {
    return sent(processGroup, "{\"success\":true}");
  }

  Row sent(String processGroup, String answer) {
    return add(Direction.CANDIDATE_TO_MEWS, "processGroup", processGroup, 200, answer);
  }

  Row confirmed(String confirmGroup) {
    return confirmed(confirmGroup, 200, "{\"success\":true}");
  }

  Row confirmed(String confirmGroup, int status, String answer) {
    return add(Direction.MEWS_TO_CANDIDATE, "confirmGroup", confirmGroup, status, answer);
  }

  Row ordered(String operation, String command, int status) {
    return add(Direction.DRIVER, operation, command, status, "");
  }

  Row shown(String bookings) {
    return add(Direction.DRIVER, "readBookings", "{}", 200, bookings);
  }

  Row stored(String bookings) {
    return add(Direction.MEWS_STATE, "bookings", "", 200, bookings);
  }

  Row sellable(String availabilities) {
    return add(Direction.MEWS_STATE, "availability", "", 200, availabilities);
  }

  RowEvidence evidence() {
    return new RowEvidence(List.copyOf(messages), Map.copyOf(earlier), Map.copyOf(facts));
  }

  Finding judgedBy(Check check) {
    return check.judge(evidence());
  }

  private Row add(
      Direction direction, String operation, String request, int status, String answer) {
    String id = String.format("e-%04d", messages.size() + 1);
    @Nullable String contentType = status == 0 ? null : contentType(answer);
    messages.add(
        new Message(
            new Exchange(
                id,
                direction,
                operation,
                "POST",
                URI.create("http://127.0.0.1/" + operation),
                Instant.EPOCH,
                Duration.ZERO,
                Body.of(request),
                status,
                contentType,
                Body.of(answer),
                status == 0 ? "connection refused" : null),
            json(request),
            json(answer)));
    return this;
  }

  private static String contentType(String answer) {
    return answer.startsWith("<") ? "text/html" : "application/json;charset=utf-8";
  }

  static JsonNode json(String text) {
    try {
      return text.isEmpty() || text.startsWith("<")
          ? MissingNode.getInstance()
          : EXACT.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with one thing wrong in it. */
  static String but(String text, String right, String wrong) {
    assertThat(text).contains(right);
    return text.replace(right, wrong);
  }
}
