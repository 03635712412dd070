package channelcert.mews.control;

import channelcert.contract.control.Attempt;
import channelcert.contract.control.Direction;
import channelcert.contract.control.Message;
import channelcert.exchange.Body;
import channelcert.http.Json;
import channelcert.mews.control.Journal.Kept;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Exchanges in the words of the control API: those of one message are its attempts. */
final class MessageMapper {
  private MessageMapper() {}

  private record Key(
      String operation, boolean toMews, @Nullable String messageId, @Nullable String conn) {}

  /**
   * The messages in the order of their first attempt. Exchanges without an identifier of a message
   * are messages of their own.
   *
   * @param bodies whether what was sent and answered is shown
   */
  static List<Message> messages(List<Kept> exchanges, boolean bodies) {
    Map<Object, List<Attempt>> attempts = new LinkedHashMap<>();
    Map<Object, Key> keys = new HashMap<>();
    for (Kept exchange : exchanges) {
      Key key = key(exchange);
      Object same = key.messageId() == null ? exchange : key;
      keys.put(same, key);
      attempts.computeIfAbsent(same, message -> new ArrayList<>()).add(attempt(exchange, bodies));
    }
    List<Message> messages = new ArrayList<>();
    attempts.forEach(
        (same, tried) -> messages.add(message(Objects.requireNonNull(keys.get(same)), tried)));
    return messages;
  }

  private static Key key(Kept exchange) {
    Map<String, String> request = scalars(exchange.request());
    return new Key(
        exchange.operation(),
        exchange.direction() == channelcert.exchange.Direction.CANDIDATE_TO_MEWS,
        request.get("messageId"),
        request.get("connectionToken"));
  }

  private static Message message(Key key, List<Attempt> attempts) {
    return Message.builder()
        .operation(key.operation())
        .direction(key.toMews() ? Direction.TO_MEWS : Direction.TO_CHANNEL_MANAGER)
        .messageId(key.messageId())
        .connection(key.conn())
        .attempts(attempts)
        .build();
  }

  private static Attempt attempt(Kept exchange, boolean bodies) {
    String success = scalars(exchange.answer()).get("success");
    return Attempt.builder()
        .at(exchange.startedAt().atOffset(ZoneOffset.UTC))
        .durationMillis(exchange.duration().toMillis())
        .status(exchange.status())
        .success(success == null ? null : Boolean.valueOf(success))
        .failure(exchange.failure())
        .request(bodies ? exchange.request().text() : null)
        .answer(bodies && exchange.status() != 0 ? exchange.answer().text() : null)
        .build();
  }

  /** The simple values at the top of a JSON object, as far as it can be read. */
  private static Map<String, String> scalars(Body body) {
    Map<String, String> found = new HashMap<>();
    try (JsonParser parser = Json.mapper().createParser(body.stream())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return found;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken().isScalarValue()) {
          found.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException cutOrBroken) {
      return found;
    }
    return found;
  }
}
