package channelcert.pact;

import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pact of specification 4: what a consumer relies on in a provider.
 *
 * @param interactions in the order of the file
 */
public record PactFile(String consumer, String provider, List<Interaction> interactions) {
  /** One of ours, by the name of its provider: {@code mews} or {@code channel-manager}. */
  public static PactFile shipped(String provider) {
    return parse(shippedText(provider));
  }

  /** The text of one of ours. */
  public static String shippedText(String provider) {
    String consumer = provider.equals("mews") ? "channel-manager" : "mews";
    String name = "/pact/" + consumer + "-" + provider + ".json";
    try (InputStream file = PactFile.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing in the build");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a pact.
   *
   * @throws WrongPact when it is none, or says something that is not understood here
   */
  public static PactFile parse(String text) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new WrongPact("it is no JSON: " + e.getOriginalMessage());
    }
    String version = root.at("/metadata/pactSpecification/version").asText();
    if (!version.startsWith("4")) {
      throw new WrongPact("it has pact specification '" + version + "'; 4.0 is read");
    }
    List<Interaction> interactions = new ArrayList<>();
    root.path("interactions").forEach(node -> interactions.add(interaction(node)));
    return new PactFile(
        root.at("/consumer/name").asText(),
        root.at("/provider/name").asText(),
        List.copyOf(interactions));
  }

  private static Interaction interaction(JsonNode node) {
    String description = node.path("description").asText();
    if (!node.path("type").asText().equals("Synchronous/HTTP")) {
      throw new WrongPact(description + ": only interactions over HTTP are read");
    }
    JsonNode request = node.path("request");
    JsonNode answer = node.path("response");
    return new Interaction(
        description,
        node.at("/comments/row").asText(),
        states(node.path("providerStates")),
        request.path("path").asText(),
        request.at("/body/content"),
        Rules.of(request.at("/matchingRules/body"), description),
        generators(request.at("/generators/body")),
        answer.path("status").asInt(200),
        Rules.of(answer.at("/matchingRules/header"), description),
        answer.at("/body/content"),
        Rules.of(answer.at("/matchingRules/body"), description));
  }

  private static List<ProviderState> states(JsonNode nodes) {
    List<ProviderState> states = new ArrayList<>();
    for (JsonNode node : nodes) {
      Map<String, JsonNode> parameters = new TreeMap<>();
      node.path("params").properties().forEach(p -> parameters.put(p.getKey(), p.getValue()));
      states.add(new ProviderState(node.path("name").asText(), parameters));
    }
    return states;
  }

  private static Map<String, JsonNode> generators(JsonNode node) {
    Map<String, JsonNode> generators = new TreeMap<>();
    node.properties().forEach(each -> generators.put(each.getKey(), each.getValue()));
    return generators;
  }
}
