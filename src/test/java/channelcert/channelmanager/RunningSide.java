package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.Reply;
import channelcert.contract.driver.ConnectionCommand;
import channelcert.contract.driver.ConnectionMapping;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.ReadAriCommand;
import channelcert.contract.driver.SetUpConnectionCommand;
import channelcert.contract.driver.StoredAri;
import channelcert.contract.driver.client.DriverClient;
import channelcert.contract.shared.SimpleResponse;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.Json;
import channelcert.http.JsonCaller;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** A started channel manager with its Mews, and the calls that tests make. */
final class RunningSide implements AutoCloseable {
  static final String CONNECTION = "CONN-1";
  static final String CLIENT_TOKEN = "MEWS-AT-CHM";

  final TestClock clock = new TestClock();
  final PlayedMews mews = new PlayedMews(CONNECTION);
  final Database database;
  private final ChannelManagerSettings settings;
  final ChannelManagerSide side;

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonCaller caller =
      new JsonCaller(
          Direction.DRIVER,
          Recorder.NONE,
          Clock.systemUTC(),
          Duration.ofSeconds(20),
          25 << 20,
          CLIENT_TOKEN);
  final DriverClient driver = new DriverClient(caller);

  RunningSide(DatabaseUrl url) {
    this(url, false);
  }

  RunningSide(DatabaseUrl url, boolean workerRunning) {
    this(url, workerRunning, Surroundings.USUAL);
  }

  RunningSide(DatabaseUrl url, boolean workerRunning, Surroundings surroundings) {
    database = Database.open(url, Part.CHANNEL_MANAGER);
    settings =
        new ChannelManagerSettings(
                "127.0.0.1",
                0,
                database,
                clock,
                () -> UUID.randomUUID().toString(),
                mews.url(),
                null,
                CLIENT_TOKEN,
                PlayedMews.CLIENT_TOKEN,
                Duration.ofSeconds(10),
                workerRunning,
                Duration.ofSeconds(1))
            .in(surroundings);
    side = ChannelManagerSide.start(settings);
  }

  /** Another node with the same database, Mews and clock; close it before this one. */
  ChannelManagerSide another() {
    return ChannelManagerSide.start(settings);
  }

  /** A side whose connection is set up and active. */
  static RunningSide ready(DatabaseUrl url) {
    RunningSide running = new RunningSide(url);
    running.setUp(Pricing.GROSS);
    return running;
  }

  ConnectionMapping setUp(Pricing pricing) {
    return answered(
        driver.setUpConnection(
            driverAt("setUpConnection"),
            SetUpConnectionCommand.builder()
                .connectionToken(CONNECTION)
                .email(PlayedMews.EMAIL)
                .pricing(pricing)
                .build()));
  }

  URI driverAt(String operation) {
    return URI.create(side.driverUrl() + "/" + operation);
  }

  StoredAri ari(String from, String to) {
    return answered(
        driver.readAri(
            driverAt("readAri"),
            ReadAriCommand.builder()
                .connectionToken(CONNECTION)
                .from(LocalDate.parse(from))
                .to(LocalDate.parse(to))
                .build()));
  }

  static ConnectionCommand connection() {
    return ConnectionCommand.builder().connectionToken(CONNECTION).build();
  }

  /** Posts the fields of a message, tokens added, and answers what came back. */
  SimpleResponse push(String operation, String messageId, String fields) {
    return send(
        operation,
        """
        {"clientToken":"%s","connectionToken":"%s","messageId":"%s","responseUrl":"http://mews.example/x",%s}
        """
            .formatted(CLIENT_TOKEN, CONNECTION, messageId, fields));
  }

  /** The same with an address for its confirmation. */
  SimpleResponse push(String operation, String messageId, String responseUrl, String fields) {
    return send(
        operation,
        """
        {"clientToken":"%s","connectionToken":"%s","messageId":"%s","responseUrl":"%s",%s}
        """
            .formatted(CLIENT_TOKEN, CONNECTION, messageId, responseUrl, fields));
  }

  SimpleResponse send(String operation, String body) {
    HttpResponse<String> response = post("/" + operation, body, "");
    assertThat(response.statusCode()).isEqualTo(200);
    try {
      return Json.mapper().readValue(response.body(), SimpleResponse.class);
    } catch (JsonProcessingException wrong) {
      throw new AssertionError(response.body(), wrong);
    }
  }

  /** Posts a body as it is, with a bearer token unless that is empty. */
  HttpResponse<String> post(String path, String body, String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(side.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException fault) {
      throw new AssertionError(fault);
    }
  }

  static <A> A answered(Reply<A> reply) {
    return switch (reply) {
      case Reply.Answered<A>(A body) -> body;
      case Reply.Failed<A>(String reason) -> throw new AssertionError(reason);
    };
  }

  static void done(Reply<Void> reply) {
    assertThat(reply).isInstanceOf(Reply.Answered.class);
  }

  /** Stops everything but keeps what is stored. */
  @Override
  public void close() {
    side.close();
    mews.close();
    database.close();
    caller.close();
    http.shutdownNow();
  }
}
