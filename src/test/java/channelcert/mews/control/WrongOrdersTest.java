package channelcert.mews.control;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.Mutations;
import channelcert.contract.Mutations.Wrong;
import channelcert.contract.Spec;
import channelcert.http.Json;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route of the control API, without its token and with wrong bodies. */
class WrongOrdersTest {
  private static final String FILE = "mews-control.yaml";
  private static final String PREFIX = "/control/";

  @SuppressWarnings("NullAway.Init")
  private static ControlFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new ControlFixture(Databases.inMemory()).connected();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void everyRouteNeedsItsToken() {
    for (String operation : operations()) {
      for (String token : List.of("", "wrong", ControlFixture.TOKEN + "x")) {
        HttpResponse<String> answer = fixture.call(operation, "{}", token);
        assertThat(answer.statusCode()).as(operation).isEqualTo(401);
        assertThat(answer.body()).contains("Authorization: Bearer");
      }
    }
  }

  @Test
  void everyWrongFieldIsRefusedByName() throws Exception {
    List<Wrong> wrong = Mutations.of(FILE);
    assertThat(wrong).hasSizeGreaterThan(1000);
    Map<String, String> badly = new TreeMap<>();
    for (Wrong each : wrong) {
      HttpResponse<String> answer =
          fixture.call(
              each.path().substring(PREFIX.length()),
              each.body().replace("masked:5f1c09aa", ControlFixture.CONNECTION),
              ControlFixture.TOKEN);
      JsonNode problem = Json.mapper().readTree(answer.body());
      if (answer.statusCode() != 400 || !problem.path("message").asText().contains(each.field())) {
        badly.put(each.toString(), answer.statusCode() + " " + answer.body());
      }
    }
    assertThat(badly).isEmpty();
  }

  @Test
  void everyOrderAboutSomethingUnknownIsRefusedWithAWayOut() {
    for (String operation : operations()) {
      String body = example(operation).replace("canal-house", "nowhere");
      if (body.contains("masked:5f1c09aa") || body.contains("nowhere")) {
        HttpResponse<String> answer = fixture.call(operation, body, ControlFixture.TOKEN);
        assertThat(answer.statusCode()).as(operation + answer.body()).isEqualTo(404);
        assertThat(answer.body()).contains("shows those that exist");
      }
    }
  }

  private static List<String> operations() {
    return Spec.document(FILE)
        .get("paths")
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(path -> path.startsWith(PREFIX))
        .map(path -> path.substring(PREFIX.length()))
        .toList();
  }

  private static String example(String operation) {
    return Spec.document(FILE)
        .at(
            "/paths/~1control~1"
                + operation
                + "/post/requestBody/content/application~1json/examples/example/value")
        .toString();
  }
}
