package channelcert.certification.drift;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import channelcert.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what the candidate sent and answered against the published API. What Mews sends is ours: it
 * is held against the API by our own tests.
 */
public final class Drifts {
  private static final String NULL = "is null, which is read as absent";

  private final Published api = Published.api();
  private final Map<Key, Drift> found =
      new TreeMap<>(
          Comparator.comparing(Key::weight)
              .thenComparing(Key::operation)
              .thenComparing(Key::message)
              .thenComparing(Key::place)
              .thenComparing(Key::what));

  /** Findings by message, because most answers of a run are the same. */
  private final Map<String, Set<Key>> known = new HashMap<>();

  private Drifts() {}

  /** One way of being different, however often. */
  private record Key(
      String operation, Drift.Message message, String place, String what, Drift.Weight weight) {}

  /** Reads the contract beforehand, in a thread of its own: cold, that takes half a second. */
  public static void prepare() {
    Thread.ofVirtual().name("contract").start(() -> Published.api().compile());
  }

  /** Every difference once; what the contract forbids comes first. */
  public static List<Drift> of(Collection<Exchange> exchanges) {
    Drifts drifts = new Drifts();
    exchanges.stream().sorted(Comparator.comparing(Exchange::id)).forEach(drifts::exchange);
    return List.copyOf(drifts.found.values());
  }

  private void exchange(Exchange exchange) {
    if (!exchange.method().equals("POST")) {
      return;
    }
    if (exchange.direction() == Direction.CANDIDATE_TO_MEWS) {
      hold(exchange, Published.OF_MEWS, Drift.Message.REQUEST, exchange.requestBody());
    } else if (exchange.direction() == Direction.MEWS_TO_CANDIDATE && exchange.status() == 200) {
      hold(exchange, Published.OF_CHANNEL_MANAGER, Drift.Message.ANSWER, exchange.responseBody());
    }
  }

  private void hold(Exchange exchange, String file, Drift.Message message, Body body) {
    String operation = exchange.operation();
    api.place(file, operation, message)
        .ifPresent(
            place ->
                known
                    .computeIfAbsent(
                        place + body.text(), text -> held(operation, message, place, body))
                    .forEach(key -> count(key, exchange.id())));
  }

  private void count(Key key, String exchange) {
    Drift before = found.get(key);
    found.put(
        key,
        new Drift(
            key.operation(),
            key.message(),
            key.place(),
            key.what(),
            key.weight(),
            before == null ? 1 : before.times() + 1,
            before == null ? exchange : before.exchange()));
  }

  private Set<Key> held(String operation, Drift.Message message, String place, Body body) {
    Set<Key> keys = new LinkedHashSet<>();
    JsonNode content;
    try {
      content = Json.mapper().readTree(body.stream());
    } catch (IOException e) {
      keys.add(new Key(operation, message, "", "is no JSON", Drift.Weight.WRONG));
      return keys;
    }
    for (Error error : api.schema(place).validate(content)) {
      if (!isOurs(error)) {
        keys.add(key(operation, message, error));
      }
    }
    for (String field : UnknownFields.in(content, api, place)) {
      keys.add(new Key(operation, message, field, "is not in the contract", Drift.Weight.NOTED));
    }
    return keys;
  }

  /**
   * Whether an error comes from masking, which took the value away, or from how the specs write
   * that a field may be null.
   */
  private static boolean isOurs(Error error) {
    String value = error.getInstanceNode().asText();
    boolean masked = value.contains("**") || value.startsWith("masked:");
    return (masked && !error.getKeyword().equals("type"))
        || (error.getKeyword().equals("enum") && error.getSchemaNode().toString().equals("[null]"));
  }

  private static Key key(String operation, Drift.Message message, Error error) {
    boolean isNull = error.getKeyword().equals("type") && error.getInstanceNode().isNull();
    return isNull
        ? new Key(operation, message, field(error), NULL, Drift.Weight.NOTED)
        : new Key(operation, message, field(error), words(error), Drift.Weight.WRONG);
  }

  private static String field(Error error) {
    String at =
        error
            .getInstanceLocation()
            .toString()
            .replaceAll("/\\d+(?=/|$)", "[]")
            .replaceFirst("^[$/]\\.?", "")
            .replace('/', '.');
    return !error.getKeyword().equals("required")
        ? at
        : at.isEmpty() ? error.getProperty() : at + "." + error.getProperty();
  }

  /** Without the value, which may be a guest's. */
  private static String words(Error error) {
    return switch (error.getKeyword()) {
      case "required" -> "is missing";
      case "type" -> "should be " + kind(error.getSchemaNode().asText());
      case "enum" -> "should be one of " + error.getSchemaNode();
      case "pattern" -> "should have the form " + error.getSchemaNode().asText();
      case "format" -> "should be a " + error.getSchemaNode().asText();
      default -> "should have " + error.getKeyword() + " " + error.getSchemaNode();
    };
  }

  private static String kind(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      default -> "an object";
    };
  }
}
