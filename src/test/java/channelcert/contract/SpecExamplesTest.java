package channelcert.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SpecExamplesTest {
  private record Example(
      String file, String operation, String place, String name, String schema, JsonNode value) {}

  @TestFactory
  Stream<DynamicTest> everyExampleFitsItsSchema() {
    return Spec.documents().stream()
        .flatMap(file -> examples(file).stream())
        .map(
            example ->
                dynamicTest(
                    example.operation() + " " + example.place() + " " + example.name(),
                    () ->
                        assertThat(
                                Spec.violations(
                                    example.file(), example.schema(), example.value().toString()))
                            .isEmpty()));
  }

  @Test
  void everyOperationHasAnExampleOfItsRequestAndItsAnswer() {
    for (String file : List.of("mews-operations.yaml", "channel-manager-operations.yaml")) {
      List<Example> examples = examples(file);
      for (JsonNode path : Spec.document(file).get("paths")) {
        String operation = path.get("post").get("operationId").textValue();
        assertThat(
                examples.stream().filter(e -> e.operation().equals(operation)).map(Example::place))
            .as(operation)
            .contains("request", "200");
      }
    }
  }

  @Test
  void theTwoSidesHaveTwentyOperations() {
    assertThat(Spec.document("mews-operations.yaml").get("paths")).hasSize(12);
    assertThat(Spec.document("channel-manager-operations.yaml").get("paths")).hasSize(8);
  }

  @Test
  void aWrongMessageIsFound() {
    String schema = "/components/schemas/UpdateAvailabilityRequest";
    assertThat(Spec.violations("channel-manager-operations.yaml", schema, "{\"clientToken\":1}"))
        .anyMatch(violation -> violation.contains("clientToken"))
        .anyMatch(violation -> violation.contains("availabilities"));
  }

  private static List<Example> examples(String file) {
    List<Example> found = new ArrayList<>();
    Spec.document(file)
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            collect(
                                file, path.getKey(), method.getKey(), method.getValue(), found)));
    return found;
  }

  private static void collect(
      String file, String path, String method, JsonNode operation, List<Example> found) {
    if (!operation.has("operationId")) {
      return;
    }
    String id = operation.get("operationId").textValue();
    String at = "/paths/" + path.replace("/", "~1") + "/" + method;
    media(file, id, "request", at + "/requestBody", operation.path("requestBody"), found);
    operation
        .path("responses")
        .properties()
        .forEach(
            r -> media(file, id, r.getKey(), at + "/responses/" + r.getKey(), r.getValue(), found));
  }

  private static void media(
      String file,
      String operation,
      String place,
      String at,
      JsonNode holder,
      List<Example> found) {
    if (holder.has("$ref")) {
      String pointer = holder.get("$ref").textValue().substring(1);
      media(file, operation, place, pointer, Spec.document(file).at(pointer), found);
      return;
    }
    JsonNode media = holder.at("/content/application~1json");
    String schema = at + "/content/application~1json/schema";
    media
        .path("examples")
        .properties()
        .forEach(
            e ->
                found.add(
                    new Example(
                        file,
                        operation,
                        place,
                        e.getKey(),
                        schema,
                        Spec.resolved(file, e.getValue()).get("value"))));
  }
}
