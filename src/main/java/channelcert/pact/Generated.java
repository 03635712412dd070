package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces what has to be fresh in a request, or what only the provider knows. */
final class Generated {
  private static final Pattern VALUE = Pattern.compile("\\$\\{([A-Za-z]+)}");

  private final Map<String, String> values;
  private final Supplier<String> ids;

  /**
   * For one request.
   *
   * @param values what the provider's states told
   */
  Generated(Map<String, String> values, Supplier<String> ids) {
    this.values = values;
    this.ids = ids;
  }

  /** The request to send; a value that nobody told stays as in the example. */
  JsonNode body(Interaction interaction) {
    JsonNode body = interaction.request().deepCopy();
    interaction
        .generators()
        .forEach(
            (path, generator) ->
                text(generator, interaction.description())
                    .ifPresent(text -> set(body, Place.parse(path), text)));
    return body;
  }

  /** Names of the values that the request needs and nobody told. */
  Set<String> untold(Interaction interaction) {
    Set<String> untold = new TreeSet<>();
    for (JsonNode generator : interaction.generators().values()) {
      Matcher value = VALUE.matcher(generator.path("expression").asText());
      while (value.find()) {
        if (!values.containsKey(value.group(1))) {
          untold.add(value.group(1));
        }
      }
    }
    return untold;
  }

  private Optional<String> text(JsonNode generator, String where) {
    String type = generator.path("type").asText();
    return switch (type) {
      case "Uuid", "RandomString" -> Optional.of(ids.get());
      case "ProviderState" -> filled(generator.path("expression").asText());
      default ->
          throw new WrongPact(where + ": the generator '" + type + "' is not understood here");
    };
  }

  private Optional<String> filled(String expression) {
    Matcher value = VALUE.matcher(expression);
    StringBuilder text = new StringBuilder();
    while (value.find()) {
      String told = values.get(value.group(1));
      if (told == null) {
        return Optional.empty();
      }
      value.appendReplacement(text, Matcher.quoteReplacement(told));
    }
    value.appendTail(text);
    return Optional.of(text.toString());
  }

  private static void set(JsonNode body, Place place, String text) {
    JsonNode parent = body;
    for (String step : place.steps().subList(0, place.steps().size() - 1)) {
      parent = parent.isArray() ? parent.path(Integer.parseInt(step)) : parent.path(step);
    }
    String last = place.steps().getLast();
    if (parent instanceof ObjectNode object) {
      object.set(last, TextNode.valueOf(text));
    } else if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), TextNode.valueOf(text));
    }
  }
}
