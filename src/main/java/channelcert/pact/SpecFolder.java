package channelcert.pact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

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
    return of(documents, path.toString());
  }

  /**
   * Reads a document or a folder as it was in a revision of Git: {@code v1:api-spec}. Answers
   * nothing where the text names no revision.
   *
   * @throws WrongPact when the revision has no such folder
   */
  public static Optional<SpecFolder> revision(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || text.startsWith("-") || Files.exists(Path.of(text))) {
      return Optional.empty();
    }
    String revision = text.substring(0, colon);
    String path = text.substring(colon + 1).replaceFirst("/+$", "");
    Map<String, JsonNode> documents = new TreeMap<>();
    for (String line : git("ls-tree", "-r", "--name-only", revision, "--", path).lines().toList()) {
      String name = line.equals(path) ? "" : line.substring(path.length() + 1);
      if (name.matches("|(shared/)?[^/]+\\.yaml")) {
        documents.put(name, document(git("show", revision + ":./" + line), text));
      }
    }
    return Optional.of(of(documents, text));
  }

  private static SpecFolder of(Map<String, JsonNode> documents, String where) {
    if (documents.values().stream().noneMatch(SpecFolder::isSpec)) {
      throw new WrongPact(where + " holds no spec (an OpenAPI document in YAML)");
    }
    return new SpecFolder(documents);
  }

  private static boolean isSpec(JsonNode document) {
    return Stream.of("openapi", "paths", "components").anyMatch(document::has);
  }

  private static String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new WrongPact(
            "git knows no revision and folder '" + arguments[arguments.length - 1] + "' here");
      }
      return text;
    } catch (IOException e) {
      throw new WrongPact("git, which reads revisions, cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WrongPact("reading the revision was interrupted");
    }
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
      return document(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new WrongPact("there is no file or folder " + file);
    } catch (IOException e) {
      throw new WrongPact(file + " cannot be read as a spec");
    }
  }

  private static JsonNode document(String text, String where) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new WrongPact(where + " cannot be read as a spec");
    }
  }
}
