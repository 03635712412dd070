package channelcert.certification.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The published API as it is delivered with the program: the schemas of its messages. */
final class Published {
  private static final String BASE = "https://channelcert.example/";
  private static final String SHARED = "shared/schemas.yaml";

  /** What stands in the documents beside the schemas. */
  private static final List<String> BESIDE =
      List.of(
          "openapi",
          "info",
          "servers",
          "security",
          "tags",
          "paths",
          "components",
          "x-enum-varnames",
          "x-enum-descriptions");

  /** What a channel manager serves. */
  static final String OF_CHANNEL_MANAGER = "channel-manager-operations.yaml";

  /** What Mews serves. */
  static final String OF_MEWS = "mews-operations.yaml";

  private final Map<String, JsonNode> documents = new HashMap<>();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final SchemaRegistry registry;

  private Published() {
    Map<String, String> texts = new HashMap<>();
    for (String file : List.of(OF_CHANNEL_MANAGER, OF_MEWS, SHARED)) {
      JsonNode document = absolute(read(file), file);
      documents.put(file, document);
      texts.put(BASE + file, document.toString());
    }
    Dialect dialect =
        Dialect.builder(Dialects.getOpenApi30())
            .keywords(BESIDE.stream().map(NonValidationKeyword::new).toList())
            .build();
    registry = SchemaRegistry.withDialect(dialect, to -> to.schemas(texts));
  }

  private static final class Holder {
    private static final Published ONE = new Published();
  }

  /** Read when it is needed first. */
  static Published api() {
    return Holder.ONE;
  }

  /**
   * Where the schema of a message is; empty for an operation that is not published.
   *
   * @param file whose operations
   */
  Optional<String> place(String file, String operation, Drift.Message message) {
    JsonNode paths = document(file).path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      if (path.getValue().at("/post/operationId").asText().equals(operation)) {
        String part = message == Drift.Message.REQUEST ? "requestBody" : "responses/200";
        return Optional.of(
            BASE
                + file
                + "#/paths/"
                + path.getKey().replace("/", "~1")
                + "/post/"
                + part
                + "/content/application~1json/schema");
      }
    }
    return Optional.empty();
  }

  /** The compiled schema of a place. */
  Schema schema(String place) {
    return schemas.computeIfAbsent(place, at -> registry.getSchema(SchemaLocation.of(at)));
  }

  /** Compiles what the candidate sends and answers. */
  void compile() {
    compile(OF_MEWS, Drift.Message.REQUEST);
    compile(OF_CHANNEL_MANAGER, Drift.Message.ANSWER);
  }

  private void compile(String file, Drift.Message message) {
    document(file)
        .path("paths")
        .forEach(
            path ->
                place(file, path.at("/post/operationId").asText(), message)
                    .ifPresent(at -> schema(at).validate(MissingNode.getInstance())));
  }

  /** The schema of a place as it is written, without what it refers to. */
  JsonNode written(String place) {
    int hash = place.indexOf('#');
    return document(place.substring(BASE.length(), hash)).at(place.substring(hash + 1));
  }

  private JsonNode document(String file) {
    JsonNode document = documents.get(file);
    if (document == null) {
      throw new IllegalArgumentException(file + " is no document of the published API");
    }
    return document;
  }

  private static JsonNode read(String file) {
    try (InputStream in = Published.class.getResourceAsStream("/api-spec/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing in the build");
      }
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** References become absolute, because a document that is served from a map has no folder. */
  private static JsonNode absolute(JsonNode node, String file) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("example", "examples"));
      JsonNode ref = object.get("$ref");
      if (ref != null && ref.isTextual()) {
        String text = ref.textValue();
        object.put("$ref", BASE + (text.startsWith("#") ? file + text : text));
      }
      object.properties().forEach(property -> absolute(property.getValue(), file));
    } else if (node instanceof ArrayNode array) {
      array.forEach(element -> absolute(element, file));
    }
    return node;
  }
}
