package channelcert.pact;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** From promises to a pact of specification 4, and from a pact to the one text it is kept in. */
final class PactText {
  private static final String DATE = "^\\d{4}-\\d{2}-\\d{2}$";

  /** What a sender is free to choose. */
  private static final Set<String> FREE =
      Set.of(
          "clientToken",
          "connectionToken",
          "messageId",
          "relatedMessageId",
          "responseUrl",
          "email",
          "firstName",
          "lastName",
          "holderName",
          "name",
          "message",
          "notes",
          "comments",
          "channelId",
          "channelManagerId",
          "confirmationNumber",
          "identifier",
          "obfuscatedNumber");

  private PactText() {}

  static V4Pact pact(String consumer, String provider, List<Promise> promises) {
    ObjectNode root = Texts.MAPPER.createObjectNode();
    root.putObject("consumer").put("name", consumer);
    root.putObject("provider").put("name", provider);
    ArrayNode interactions = root.putArray("interactions");
    promises.forEach(promise -> interactions.add(interaction(promise)));
    root.putObject("metadata").putObject("pactSpecification").put("version", "4.0");
    return (V4Pact) DefaultPactReader.INSTANCE.loadPact(root.toString());
  }

  private static ObjectNode interaction(Promise promise) {
    ObjectNode node = Texts.MAPPER.createObjectNode().put("type", "Synchronous/HTTP");
    node.put("description", promise.description()).put("pending", false);
    node.put("key", "%08x".formatted(promise.description().hashCode()));
    node.putObject("comments").put("row", promise.rows());
    ObjectNode state = node.putArray("providerStates").addObject().put("name", promise.state());
    state.set("params", Texts.MAPPER.valueToTree(promise.parameters()));
    ObjectNode request =
        node.putObject("request").put("method", "POST").put("path", promise.path());
    header(request);
    body(request, promise.request());
    ObjectNode rules = Texts.MAPPER.createObjectNode();
    rules("$", promise.request(), rules);
    request.putObject("matchingRules").set("body", rules);
    request.putObject("generators").set("body", generators(promise));
    ObjectNode answer = node.putObject("response").put("status", 200);
    header(answer);
    body(answer, promise.answer().example());
    answerRules(answer, promise.answer());
    return node;
  }

  private static void header(ObjectNode message) {
    message.putObject("headers").putArray("Content-Type").add("application/json");
  }

  private static void body(ObjectNode message, JsonNode content) {
    message
        .putObject("body")
        .put("contentType", "application/json")
        .put("encoded", false)
        .set("content", content);
  }

  private static void answerRules(ObjectNode node, Answer answer) {
    ObjectNode all = node.putObject("matchingRules");
    ObjectNode body = all.putObject("body");
    answer.rules().forEach((place, matcher) -> body.set(place, Texts.rule(matcher)));
    all.putObject("header")
        .set("Content-Type", Texts.rule(Texts.regex("^application/json(\\s*;.*)?$")));
  }

  /** An identifier is fresh in every run, unless the state tells it. */
  private static ObjectNode generators(Promise promise) {
    ObjectNode generators = Texts.MAPPER.createObjectNode();
    if (promise.request().has("messageId") && !promise.fromState().containsKey("$.messageId")) {
      generators
          .putObject("$.messageId")
          .put("type", "Uuid")
          .put("format", "lower-case-hyphenated");
    }
    promise
        .fromState()
        .forEach(
            (place, expression) ->
                generators
                    .putObject(place)
                    .put("type", "ProviderState")
                    .put("expression", expression)
                    .put("dataType", "STRING"));
    return generators;
  }

  /** A stand-in takes any dates, amounts, names and identifiers; codes and states decide. */
  private static void rules(String place, JsonNode node, ObjectNode rules) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              each -> {
                String inside = place + "." + each.getKey();
                if (FREE.contains(each.getKey())) {
                  rules.set(inside, Texts.rule(matcher("type")));
                } else {
                  rules(inside, each.getValue(), rules);
                }
              });
    } else if (node.isArray()) {
      node.forEach(each -> rules(place + "[*]", each, rules));
    } else if (node.isBigDecimal() || place.endsWith(".availability")) {
      rules.set(place, Texts.rule(matcher("number")));
    } else if (node.isTextual() && node.asText().matches(DATE)) {
      rules.set(place, Texts.rule(Texts.regex(DATE)));
    }
  }

  private static ObjectNode matcher(String kind) {
    return Texts.MAPPER.createObjectNode().put("match", kind);
  }

  /** The pact as Pact JVM writes it, without the versions of its parts. */
  static String text(V4Pact pact, List<Promise> order) {
    try {
      StringWriter text = new StringWriter();
      DefaultPactWriter.INSTANCE.writePact(pact, new PrintWriter(text), PactSpecVersion.V4);
      JsonNode written = Texts.MAPPER.readTree(text.toString());
      ((ObjectNode) written.path("metadata")).remove("pact-jvm");
      ((ObjectNode) written).set("interactions", ordered(written.path("interactions"), order));
      return Lines.of(sorted(written)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Pact JVM sorts interactions by their text; here they stand in the order of their story. */
  private static ArrayNode ordered(JsonNode interactions, List<Promise> order) {
    Map<String, JsonNode> byDescription = new TreeMap<>();
    interactions.forEach(each -> byDescription.put(each.path("description").asText(), each));
    ArrayNode ordered = Texts.MAPPER.createArrayNode();
    order.forEach(promise -> ordered.add(byDescription.get(promise.description())));
    return ordered;
  }

  /** Names in one order, so that the text does not hang on how a map was made. */
  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      ArrayNode list = Texts.MAPPER.createArrayNode();
      node.forEach(each -> list.add(sorted(each)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = Texts.MAPPER.createObjectNode();
    children(node).forEach((name, value) -> object.set(name, sorted(value)));
    return object;
  }

  private static Map<String, JsonNode> children(JsonNode node) {
    Map<String, JsonNode> children = new TreeMap<>();
    node.properties().forEach(each -> children.put(each.getKey(), each.getValue()));
    return children;
  }
}
