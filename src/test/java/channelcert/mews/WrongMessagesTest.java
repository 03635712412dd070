package channelcert.mews;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.Mutations;
import channelcert.contract.Mutations.Wrong;
import channelcert.contract.Spec;
import channelcert.http.Json;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Each field of each operation that channel managers call, missing, null, of a wrong type, out of
 * its range or no date: refused with code 6 and a message that names it.
 */
class WrongMessagesTest {
  private static final String FILE = "mews-operations.yaml";

  /** What is taken on purpose: each has a test of its own, or comes from a published sample. */
  private static final Set<String> TOLERATED =
      Set.of(
          "processGroup: null as /channelId",
          "processGroup: no /channelId",
          "processGroup: no /sources/0/code",
          "processGroupConfirmation: a number as /code",
          "processGroupConfirmation: a negative number as /code",
          "processGroupConfirmation: a fraction as /code");

  @Test
  void everyWrongFieldIsRefusedByName() throws Exception {
    List<Wrong> wrong = Mutations.of(FILE);
    assertThat(wrong).hasSizeGreaterThan(1000);
    assertThat(wrong).extracting(Wrong::operation).contains("getChannels", "processGroup");
    Map<String, String> badly = new TreeMap<>();
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory());
        HttpClient client = HttpClient.newHttpClient()) {
      for (Wrong each : wrong) {
        String complaint = complaint(each, post(client, fixture, each.path(), known(each.body())));
        if (!complaint.isEmpty() && !TOLERATED.contains(each.toString())) {
          badly.put(each.toString(), complaint);
        }
      }
    }
    assertThat(badly).isEmpty();
  }

  private static HttpResponse<String> post(
      HttpClient client, MewsFixture fixture, String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(fixture.mews.url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void wrongTokensAreCode8AndAConnectionThatIsOffIsCode3() throws Exception {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory());
        HttpClient client = HttpClient.newHttpClient()) {
      for (Wrong each : goodMessages()) {
        String body = known(each.body());
        boolean connected = body.contains(MewsFixture.CONNECTION);
        assertThat(code(client, fixture, each, body.replace(MewsFixture.CLIENT, "wrong")))
            .as(each.operation())
            .isEqualTo(8);
        if (connected) {
          assertThat(code(client, fixture, each, body.replace(MewsFixture.CONNECTION, "wrong")))
              .as(each.operation())
              .isEqualTo(8);
        }
      }
      fixture.mews.editing().connections().disable(MewsFixture.CONNECTION);
      offIs3(client, fixture);
      fixture.mews.editing().connections().delete(MewsFixture.CONNECTION);
      offIs3(client, fixture);
    }
  }

  private static void offIs3(HttpClient client, MewsFixture fixture) throws Exception {
    for (Wrong each : goodMessages()) {
      String body = known(each.body());
      if (body.contains(MewsFixture.CONNECTION)) {
        assertThat(code(client, fixture, each, body)).as(each.operation()).isEqualTo(3);
      }
    }
  }

  private static int code(HttpClient client, MewsFixture fixture, Wrong message, String body)
      throws Exception {
    HttpResponse<String> answer = post(client, fixture, message.path(), body);
    JsonNode read = Json.mapper().readTree(answer.body());
    assertThat(read.path("success").asBoolean(true)).as(body + answer.body()).isFalse();
    return read.at("/errors/0/code").asInt();
  }

  /** One right message of each operation. */
  private static List<Wrong> goodMessages() {
    List<Wrong> messages =
        Spec.document(FILE)
            .get("paths")
            .propertyStream()
            .map(
                path -> {
                  JsonNode operation = path.getValue().get("post");
                  JsonNode example =
                      operation
                          .at("/requestBody/content/application~1json/examples")
                          .iterator()
                          .next();
                  return new Wrong(
                      operation.get("operationId").asText(),
                      path.getKey(),
                      "",
                      "",
                      Spec.resolved(FILE, example).get("value").toString());
                })
            .toList();
    assertThat(messages).hasSize(12);
    return messages;
  }

  /** With tokens that open a connection, where they are not what is wrong. */
  private static String known(String body) {
    return body.replaceFirst("(\"clientToken\":)\"[^\"]{2,}\"", "$1\"" + MewsFixture.CLIENT + "\"")
        .replaceFirst(
            "(\"connectionToken\":)\"[^\"]{2,}\"", "$1\"" + MewsFixture.CONNECTION + "\"");
  }

  /** What is bad about the answer; empty when nothing is. */
  private static String complaint(Wrong wrong, HttpResponse<String> answer) throws Exception {
    JsonNode body = Json.mapper().readTree(answer.body());
    List<String> bad = new ArrayList<>();
    if (answer.statusCode() != 200 || body.path("success").asBoolean(true)) {
      bad.add("not refused");
    }
    for (JsonNode error : body.path("errors")) {
      if (error.path("code").asInt() != 6) {
        bad.add("not with code 6");
      }
    }
    String messages = body.path("errors").findValuesAsText("message").toString();
    if (!messages.contains(wrong.field())) {
      bad.add("does not name " + wrong.field());
    }
    return bad.isEmpty() ? "" : bad + " " + answer.statusCode() + " " + answer.body();
  }
}
