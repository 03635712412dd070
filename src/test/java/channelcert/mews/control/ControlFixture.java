package channelcert.mews.control;

import channelcert.contract.mews.GetPropertiesRequest;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.Json;
import channelcert.http.JsonCaller;
import channelcert.management.HealthResource;
import channelcert.management.Readiness;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.SettableClock;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A Mews side with its management listener; pushes leave when a test ticks. */
public final class ControlFixture implements AutoCloseable {
  public static final String TOKEN = "control-token-of-the-test";
  public static final String CONNECTION = "connection-of-the-test";
  public static final String CLIENT = "their-token";

  public final FakeChannelManager channelManager = new FakeChannelManager();
  public final SettableClock clock = new SettableClock(Instant.parse("2027-01-01T10:00:00Z"));
  public final Database database;
  public final Journal journal = new Journal(clock, 1000, 1 << 24);
  public final MewsSide mews;
  public final ControlSide control;
  public final JsonCaller caller;
  private final HttpClient client = HttpClient.newHttpClient();

  public ControlFixture(DatabaseUrl url) {
    database = Database.open(url, Part.MEWS);
    mews =
        MewsSide.start(
            MewsSettings.loopback(database, clock, () -> UUID.randomUUID().toString())
                .withRecorder(journal)
                .withCallTimeout(Duration.ofSeconds(5))
                .stopped());
    control =
        ControlSide.start(
            new ControlSettings("127.0.0.1", 0, TOKEN, mews, database, journal, open(), clock));
    caller =
        new JsonCaller(
            Direction.CANDIDATE_TO_MEWS,
            Recorder.NONE,
            clock,
            Duration.ofSeconds(2),
            1 << 22,
            null);
  }

  private List<Object> open() {
    Readiness readiness = new Readiness();
    readiness.needs("mews", database);
    readiness.started();
    return List.of(new HealthResource(readiness));
  }

  /** The reference property, connected to the fake channel manager, everything off. */
  public ControlFixture connected() {
    done("createProperty", "{'pricingMode':'GROSS'}");
    StringBuilder endpoints = new StringBuilder();
    channelManager
        .endpoints()
        .forEach(
            (name, address) ->
                endpoints.append(
                    "%s'%s':'%s'".formatted(endpoints.isEmpty() ? "" : ",", name, address)));
    done(
        "connect",
        """
        {'propertyId':'canal-house','channelManagerName':'Fake','connectionToken':'%s',
         'clientToken':'mews-token','mewsClientToken':'%s','endpoints':{%s}}
        """
            .formatted(CONNECTION, CLIENT, endpoints));
    return this;
  }

  /** Ticks until there is nothing to do. */
  public void tickUntilIdle() {
    for (int ticks = 0; mews.tick(); ticks++) {
      if (ticks > 1000) {
        throw new AssertionError("the engine does not come to rest");
      }
    }
  }

  /** Calls an operation that has to succeed; quotes may be single. Answers its body, if any. */
  public JsonNode done(String operation, String body) {
    HttpResponse<String> answer = call(operation, body, TOKEN);
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(operation + ": " + answer.statusCode() + " " + answer.body());
    }
    return json(answer.body());
  }

  /** Calls an operation that has to be refused; answers status and message. */
  public String refused(String operation, String body) {
    HttpResponse<String> answer = call(operation, body, TOKEN);
    return answer.statusCode() + " " + json(answer.body()).path("message").asText();
  }

  public HttpResponse<String> call(String operation, String body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(control.url() + "/control/" + operation))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    return send(request.build());
  }

  public HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text.isEmpty() ? "null" : text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** Posts a message to the Mews side as a channel manager would; quotes may be single. */
  public String postToMews(String path, String body) {
    return send(HttpRequest.newBuilder(URI.create(mews.url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build())
        .body();
  }

  public URI address(String operation) {
    return URI.create(mews.url() + "/api/channelManager/v1/" + operation);
  }

  public static GetPropertiesRequest properties() {
    return GetPropertiesRequest.builder()
        .clientToken(CLIENT)
        .email("partner@canal-house.example")
        .build();
  }

  @Override
  public void close() {
    control.close();
    mews.close();
    channelManager.close();
    caller.close();
    client.close();
    database.close();
  }
}
