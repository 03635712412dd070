package channelcert.pact;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.pact.SpecDiff.Change;
import channelcert.pact.SpecDiff.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published specs against the version that was released last. */
class SpecDiffTest {
  private static final List<String> PUBLISHED =
      List.of("channel-manager-operations.yaml", "mews-operations.yaml", "shared/schemas.yaml");

  private static final SpecFolder RELEASED = SpecFolder.read(Path.of("api-spec/released/1.0.0"));

  private static final Dependents DEPENDENTS = new Dependents(RELEASED);

  @Test
  void nothingBreaksPartnersWithoutANote() throws IOException {
    String notes = Files.readString(Path.of("docs/compatibility.md"));
    List<String> broken =
        SpecDiff.between(RELEASED.documents(), published()).stream()
            .filter(change -> change.weight() == Weight.BREAKING)
            .filter(change -> !notes.contains(change.place()))
            .map(
                change ->
                    change.place()
                        + ": "
                        + change.what()
                        + "\n    "
                        + String.join("\n    ", DEPENDENTS.of(change).lines()))
            .toList();
    assertThat(broken)
        .as("changes that break partners; undo them, or note the place in docs/compatibility.md")
        .isEmpty();
  }

  @Test
  void everyRequiredFieldThatIsRemovedOrRetypedIsFoundWithWhatDependsOnIt() {
    int tried = 0;
    Set<String> unused = new TreeSet<>();
    for (Map.Entry<String, JsonNode> document : RELEASED.documents().entrySet()) {
      JsonNode schemas = document.getValue().at("/components/schemas");
      for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
        for (Field field : required(schema.getValue(), "/components/schemas/" + schema.getKey())) {
          Set<String> removed = found(document.getKey(), schema.getKey(), field, true);
          Set<String> retyped = found(document.getKey(), schema.getKey(), field, false);
          assertThat(retyped).as(schema.getKey() + "." + field.name()).isEqualTo(removed);
          if (removed.isEmpty()) {
            unused.add(schema.getKey() + "." + field.name());
          }
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(100);
    assertThat(unused).as("required fields that no example has").isEmpty();
  }

  @Test
  void onlyInteractionsWithTheFieldAreNamed() {
    Map<String, JsonNode> changed = copy();
    at(changed, "channel-manager-operations.yaml", "/components/schemas/Availability/properties")
        .remove("availability");

    Change change = SpecDiff.between(RELEASED.documents(), changed).getFirst();
    Dependents.Touched touched = DEPENDENTS.of(change);
    assertThat(touched.operations()).containsExactly("updateAvailability");
    assertThat(touched.interactions()).containsOnlyKeys("pact/mews-channel-manager.json");
    assertThat(touched.interactions().get("pact/mews-channel-manager.json"))
        .contains("availability of several categories is accepted")
        .doesNotContain("availability without a list is a validation error")
        .noneMatch(name -> name.contains("prices"));
    assertThat(touched.rows()).contains("INV-1", "INV-6").doesNotContain("INV-2");
  }

  @Test
  void aNewOptionalFieldIsAdditiveAndAWordIsEditorial() {
    Map<String, JsonNode> changed = copy();
    ObjectNode availability =
        at(changed, "channel-manager-operations.yaml", "/components/schemas/Availability");
    availability.put("description", "Said otherwise.");
    ((ObjectNode) availability.path("properties")).putObject("note").put("type", "string");

    assertThat(SpecDiff.between(RELEASED.documents(), changed))
        .extracting(Change::weight)
        .containsExactlyInAnyOrder(Weight.EDITORIAL, Weight.ADDITIVE);
    assertThat(RELEASED.operations("Availability")).containsExactly("updateAvailability");
  }

  /** A required field of a schema, by the pointer of the object that lists it. */
  private record Field(String pointer, String name) {}

  private static List<Field> required(JsonNode schema, String pointer) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode name : schema.path("required")) {
      if (schema.path("properties").has(name.asText())) {
        fields.add(new Field(pointer, name.asText()));
      }
    }
    for (int i = 0; i < schema.path("allOf").size(); i++) {
      fields.addAll(required(schema.path("allOf").get(i), pointer + "/allOf/" + i));
    }
    return fields;
  }

  /** What the change is said to touch. */
  private static Set<String> found(String file, String schema, Field field, boolean removed) {
    Map<String, JsonNode> changed = copy();
    ObjectNode holder = at(changed, file, field.pointer());
    ObjectNode properties = (ObjectNode) holder.path("properties");
    if (removed) {
      properties.remove(field.name());
      ((ArrayNode) holder.path("required")).removeIf(each -> each.asText().equals(field.name()));
    } else {
      properties.putObject(field.name()).put("type", "retyped");
    }
    List<Change> changes = SpecDiff.between(RELEASED.documents(), changed);
    assertThat(changes)
        .as(schema + "." + field.name())
        .anyMatch(change -> change.weight() == Weight.BREAKING && change.owner().equals(schema));
    assertThat(RELEASED.operations(schema)).as(schema).isNotEmpty();
    Set<String> names = new TreeSet<>();
    for (Change change : changes) {
      DEPENDENTS.of(change).interactions().values().forEach(names::addAll);
    }
    return names;
  }

  private static ObjectNode at(Map<String, JsonNode> documents, String file, String pointer) {
    JsonNode document = documents.get(file);
    return (ObjectNode) Objects.requireNonNull(document, file).at(pointer);
  }

  private static Map<String, JsonNode> copy() {
    Map<String, JsonNode> copy = new TreeMap<>();
    RELEASED.documents().forEach((name, document) -> copy.put(name, document.deepCopy()));
    return copy;
  }

  private static Map<String, JsonNode> published() {
    Map<String, JsonNode> published =
        new TreeMap<>(SpecFolder.read(Path.of("api-spec")).documents());
    published.keySet().retainAll(PUBLISHED);
    return published;
  }
}
