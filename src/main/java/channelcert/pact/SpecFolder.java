package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The documents of a folder, or one document, and who uses their schemas. */
public final class SpecFolder {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, JsonNode> documents;

  private SpecFolder(Map<String, JsonNode> documents) {
    this.documents = documents;
  }

  /**
   * Reads a document, or every document of a folder and of {@code shared} in it.
   *
   * @throws WrongPact when it cannot be read
   */
  public static SpecFolder read(Path path) {
    Map<String, JsonNode> documents = new TreeMap<>();
    if (Files.isDirectory(path)) {
      for (Path folder : List.of(path, path.resolve("shared"))) {
        files(folder)
            .forEach(file -> documents.put(path.relativize(file).toString(), document(file)));
      }
    } else {
      documents.put("", document(path));
    }
    if (documents.isEmpty()) {
      throw new WrongPact(path + " holds no spec (*.yaml)");
    }
    return new SpecFolder(documents);
  }

  public Map<String, JsonNode> documents() {
    return documents;
  }

  /** A schema by its name; missing when there is none. */
  JsonNode schema(String file, String name) {
    JsonNode document = documents.get(file);
    return document == null
        ? MissingNode.getInstance()
        : document.path("components").path("schemas").path(name);
  }

  /** The operations whose requests or answers lead to the schema, by their last path segment. */
  public Set<String> operations(String owner) {
    Set<String> reached = new TreeSet<>(List.of(owner));
    int before = 0;
    while (reached.size() > before) {
      before = reached.size();
      for (JsonNode document : documents.values()) {
        document
            .at("/components/schemas")
            .properties()
            .forEach(each -> addIfUsing(reached, each.getKey(), each.getValue()));
      }
    }
    Set<String> operations = new TreeSet<>();
    for (JsonNode document : documents.values()) {
      document
          .path("paths")
          .properties()
          .forEach(
              each -> {
                String operation = each.getValue().at("/post/operationId").asText();
                if (each.getKey().endsWith("/" + owner) || uses(reached, each.getValue())) {
                  operations.add(operation);
                }
              });
    }
    return operations;
  }

  private static void addIfUsing(Set<String> reached, String name, JsonNode schema) {
    if (uses(reached, schema)) {
      reached.add(name);
    }
  }

  private static boolean uses(Set<String> names, JsonNode node) {
    for (JsonNode ref : node.findValues("$ref")) {
      String text = ref.asText();
      if (names.contains(text.substring(text.lastIndexOf('/') + 1))) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new WrongPact(folder + " cannot be read");
    }
  }

  private static JsonNode document(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new WrongPact(file + " cannot be read as a spec");
    }
  }
}
