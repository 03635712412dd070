package channelcert.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The specs of {@code api-spec/}, for holding a message against the schema of its operation. */
public final class Spec {
  private static final Path FOLDER = Path.of("api-spec");
  private static final String BASE = "https://channelcert.example/";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final List<String> FILES =
      List.of(
          "shared/schemas.yaml",
          "mews-operations.yaml",
          "channel-manager-operations.yaml",
          "candidate-driver.yaml",
          "mews-control.yaml",
          "ota.yaml",
          "management.yaml",
          "portal.yaml");

  private static final Map<String, JsonNode> DOCUMENTS = load();
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(dialect(), builder -> builder.schemas(texts()));

  private Spec() {}

  /** Names of the documents that declare operations. */
  public static List<String> documents() {
    return FILES.stream().filter(file -> !file.startsWith("shared")).toList();
  }

  /** A document as it stands in the file. */
  public static JsonNode document(String file) {
    JsonNode document = DOCUMENTS.get(file);
    if (document == null) {
      throw new IllegalArgumentException(file + " is no document of api-spec");
    }
    return document;
  }

  /**
   * What is wrong with a message, empty when nothing is.
   *
   * @param file document, for example {@code mews-operations.yaml}
   * @param pointer JSON pointer of the schema in it
   */
  public static List<String> violations(String file, String pointer, String json) {
    Schema schema =
        SCHEMAS.computeIfAbsent(
            BASE + file + "#" + pointer, place -> REGISTRY.getSchema(SchemaLocation.of(place)));
    try {
      return schema.validate(JSON.readTree(json)).stream().map(Object::toString).toList();
    } catch (JsonProcessingException malformed) {
      return List.of("is no JSON: " + malformed.getOriginalMessage());
    }
  }

  /** The node itself, or what its reference points to. */
  public static JsonNode resolved(String file, JsonNode node) {
    if (!node.has("$ref")) {
      return node;
    }
    String ref = node.get("$ref").textValue();
    int hash = ref.indexOf('#');
    return document(hash == 0 ? file : ref.substring(0, hash)).at(ref.substring(hash + 1));
  }

  /** With what stands in the documents beside the schemas. */
  private static Dialect dialect() {
    return Dialect.builder(Dialects.getOpenApi30())
        .keywords(
            Stream.concat(
                    DOCUMENTS.values().stream().flatMap(document -> fields(document).stream()),
                    Stream.of("x-enum-varnames", "x-enum-descriptions"))
                .distinct()
                .map(NonValidationKeyword::new)
                .toList())
        .build();
  }

  private static List<String> fields(JsonNode node) {
    return node.propertyStream().map(Map.Entry::getKey).toList();
  }

  private static Map<String, JsonNode> load() {
    Map<String, JsonNode> documents = new HashMap<>();
    for (String file : FILES) {
      try {
        documents.put(file, YAML.readTree(Files.readString(FOLDER.resolve(file))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return documents;
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    for (String file : FILES) {
      try {
        texts.put(BASE + file, JSON.writeValueAsString(absolute(document(file).deepCopy(), file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** References become absolute, because a document served from a map has no folder. */
  private static JsonNode absolute(JsonNode node, String file) {
    if (node instanceof ObjectNode object) {
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
