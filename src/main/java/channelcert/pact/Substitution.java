package channelcert.pact;

import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From the examples of a pact to the values of a target: by text wherever it stands, and by JSON
 * path where one text means several things.
 *
 * @param texts own text by example
 * @param places own values by example, for single places of a body
 * @param values what a provider state would tell, for targets without a driver
 * @param addresses a full address for an operation, where it is not below the root
 */
public record Substitution(
    Map<String, String> texts,
    Map<String, Map<String, String>> places,
    Map<String, String> values,
    Map<String, String> addresses) {
  public static final Substitution NONE = new Substitution(Map.of(), Map.of(), Map.of(), Map.of());

  private static final Set<String> KNOWN = Set.of("replace", "paths", "values", "endpoints");
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  /**
   * Reads a mapping file.
   *
   * @throws WrongPact when it says something that is not understood
   */
  public static Substitution parse(String yaml) {
    JsonNode root;
    try {
      root = YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new WrongPact("it is no YAML: " + e.getOriginalMessage());
    }
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw new WrongPact(
                    "'" + name + "' is not known; " + new TreeSet<>(KNOWN) + " are");
              }
            });
    Map<String, Map<String, String>> places = new LinkedHashMap<>();
    root.path("paths")
        .properties()
        .forEach(
            each -> {
              Place.parse(each.getKey());
              places.put(each.getKey(), strings(each.getValue(), each.getKey()));
            });
    return new Substitution(
        strings(root.path("replace"), "replace"),
        places,
        strings(root.path("values"), "values"),
        strings(root.path("endpoints"), "endpoints"));
  }

  /** The same with one more text. */
  public Substitution with(String example, String own) {
    Map<String, String> more = new HashMap<>(texts);
    more.put(example, own);
    return new Substitution(Map.copyOf(more), places, values, addresses);
  }

  /** The interaction as the target knows it. */
  Interaction apply(Interaction of) {
    List<ProviderState> states = new ArrayList<>();
    for (ProviderState state : of.states()) {
      Map<String, JsonNode> parameters = new TreeMap<>();
      state.parameters().forEach((name, value) -> parameters.put(name, body(value)));
      states.add(new ProviderState(state.name(), parameters));
    }
    return new Interaction(
        of.description(),
        of.row(),
        states,
        of.path(),
        body(of.request()),
        of.free(),
        of.generators(),
        of.status(),
        of.headerRules(),
        body(of.answer()),
        of.answerRules());
  }

  private JsonNode body(JsonNode example) {
    return replaced(Place.ROOT, example);
  }

  private JsonNode replaced(Place place, JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = Json.mapper().createObjectNode();
      node.properties()
          .forEach(
              each ->
                  copy.set(each.getKey(), replaced(place.then(each.getKey()), each.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = Json.mapper().createArrayNode();
      for (int i = 0; i < node.size(); i++) {
        copy.add(replaced(place.then(i), node.get(i)));
      }
      return copy;
    }
    return node.isTextual() ? TextNode.valueOf(own(place, node.textValue())) : node;
  }

  private String own(Place place, String example) {
    for (Map.Entry<String, Map<String, String>> each : places.entrySet()) {
      String own = each.getValue().get(example);
      if (own != null && Place.parse(each.getKey()).names(place)) {
        return own;
      }
    }
    return texts.getOrDefault(example, example);
  }

  private static Map<String, String> strings(JsonNode node, String where) {
    if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
      throw new WrongPact(where + ": should be pairs, 'example: own'");
    }
    Map<String, String> strings = new LinkedHashMap<>();
    node.properties()
        .forEach(
            each -> {
              if (!each.getValue().isValueNode()) {
                throw new WrongPact(where + "." + each.getKey() + ": should be a single value");
              }
              strings.put(each.getKey(), each.getValue().asText());
            });
    return strings;
  }
}
