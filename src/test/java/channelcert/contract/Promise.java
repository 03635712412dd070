package channelcert.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the specs promise of the answers of one operation.
 *
 * @param file document that declares the operation
 * @param pointer JSON pointer of the operation in it
 */
record Promise(String file, String pointer) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** What stands before the paths of a document: the owner of these servers chooses it. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "channel-manager-operations.yaml", "(/.*)?",
          "candidate-driver.yaml", "(/.*)?/driver",
          "ota.yaml", "(/.*)?/ota");

  /** The proxied addresses of production, which stand in the specs by those of the test. */
  private static final Map<String, String> IN_PRODUCTION =
      Map.of(
          "/v1/push/b2721c9a0351d553", "/v1/push/0426f19b66715a93",
          "/v1/push/9eaa344245feed7f", "/v1/push/4ef00bba562b5622");

  private static final List<Place> PLACES = places();

  /** Where an operation is served, with its method. */
  private record Place(String method, Pattern path, Promise promise) {}

  /** The operation that is called; empty for pages and for addresses that no spec declares. */
  static Optional<Promise> of(String method, String path) {
    String address = IN_PRODUCTION.getOrDefault(path, path);
    return PLACES.stream()
        .filter(each -> each.method.equals(method) && each.path.matcher(address).matches())
        .map(Place::promise)
        .findFirst();
  }

  /**
   * What is wrong with an answer, empty when nothing is.
   *
   * @param contentType as its header says, empty without one
   */
  List<String> broken(int status, String contentType, String body) {
    if (status == 404 && isNotServed(body)) {
      return List.of();
    }
    JsonNode answers = Spec.document(file).at(pointer + "/responses");
    String key = answers.has("" + status) ? "" + status : status / 100 + "XX";
    if (!answers.has(key)) {
      return List.of("HTTP " + status + " is not declared");
    }
    String at = followed(pointer + "/responses/" + key);
    JsonNode content = Spec.document(file).at(at + "/content");
    if (content.isMissingNode()) {
      return body.isEmpty() ? List.of() : List.of("a body is not declared");
    }
    String type = bare(contentType);
    if (content.propertyStream().noneMatch(each -> bare(each.getKey()).equals(type))) {
      return List.of("content type '" + type + "' is not declared");
    }
    String schema = at + "/content/application~1json/schema";
    boolean isBytes =
        Spec.document(file).at(schema + "/format").asText().equals("binary")
            || !type.equals("application/json");
    return isBytes ? List.of() : Spec.violations(file, schema, body);
  }

  /** How the published API says it; a server gets calls that belong to another one. */
  private static boolean isNotServed(String body) {
    String schema = "/components/responses/NotServed/content/application~1json/schema";
    return Spec.violations("mews-operations.yaml", schema, body).isEmpty();
  }

  /** A content type without parameters. */
  private static String bare(String contentType) {
    return contentType.replaceFirst(";.*", "").strip();
  }

  private String followed(String at) {
    JsonNode ref = Spec.document(file).at(at + "/$ref");
    return ref.isTextual() ? ref.textValue().substring(1) : at;
  }

  /** Addresses that are declared whole come first. */
  private static List<Place> places() {
    return Spec.documents().stream()
        .sorted(Comparator.comparing(PREFIXES::containsKey))
        .flatMap(Promise::places)
        .toList();
  }

  private static Stream<Place> places(String file) {
    return Spec.document(file).get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(METHODS::contains)
                    .map(method -> place(file, path.getKey(), method)));
  }

  private static Place place(String file, String path, String method) {
    String prefix = PREFIXES.getOrDefault(file, "");
    Pattern pattern = Pattern.compile(prefix + path.replaceAll("\\{[^}]+}", "[^/]+"));
    String pointer = "/paths/" + path.replace("/", "~1") + "/" + method;
    return new Place(method.toUpperCase(Locale.ROOT), pattern, new Promise(file, pointer));
  }
}
