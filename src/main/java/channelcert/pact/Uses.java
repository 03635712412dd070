package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The places of the specs that the examples of an interaction lead through: its operation, schemas,
 * and their fields, in the form of {@link SpecDiff.Change#holder}.
 */
final class Uses {
  private final SpecFolder specs;
  private final Set<String> places = new HashSet<>();

  private Uses(SpecFolder specs) {
    this.specs = specs;
  }

  static Set<String> of(SpecFolder specs, String provider, Interaction interaction) {
    Uses uses = new Uses(specs);
    specs
        .documents()
        .forEach(
            (file, document) -> {
              if (file.isEmpty() || file.startsWith(provider)) {
                uses.operation(file, document, interaction);
              }
            });
    return uses.places;
  }

  private void operation(String file, JsonNode document, Interaction interaction) {
    document
        .path("paths")
        .properties()
        .forEach(
            each -> {
              JsonNode post = each.getValue().path("post");
              if (post.path("operationId").asText().equals(interaction.operation())) {
                String place = file + " paths." + each.getKey();
                places.add(place);
                String media = "/content/application~1json/schema";
                walk(file, place, post.at("/requestBody" + media), interaction.request());
                walk(file, place, post.at("/responses/200" + media), interaction.answer());
              }
            });
  }

  private void walk(String file, String place, JsonNode schema, JsonNode example) {
    String ref = schema.path("$ref").asText();
    if (!ref.isEmpty()) {
      String target = ref.startsWith("#") ? file : ref.substring(0, ref.indexOf('#'));
      String name = ref.substring(ref.lastIndexOf('/') + 1);
      String there = target + " schemas." + name;
      places.add(there);
      walk(target, there, specs.schema(target, name), example);
      return;
    }
    for (String kind : List.of("allOf", "anyOf", "oneOf")) {
      for (int i = 0; i < schema.path(kind).size(); i++) {
        walk(file, place + "." + kind + "[" + i + "]", schema.path(kind).get(i), example);
      }
    }
    if (example.isArray()) {
      example.forEach(element -> walk(file, place + ".items", schema.path("items"), element));
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              if (example.has(field.getKey())) {
                String inside = place + ".properties." + field.getKey();
                places.add(inside);
                walk(file, inside, field.getValue(), example.path(field.getKey()));
              }
            });
  }
}
