package channelcert.certification.preflight;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Sends single messages to the candidate, such as change nothing there, and keeps what came back.
 */
final class Knock implements AutoCloseable {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Recorder recorder;
  private final Clock clock;
  private final Duration patience;
  private final HttpClient client;

  /**
   * What came back.
   *
   * @param status HTTP status; 0 where nothing came
   * @param json body as JSON; missing where it is none
   * @param failure why nothing came; empty when something did
   */
  record Answer(
      int status, HttpHeaders headers, JsonNode json, @Nullable SSLSession tls, String failure) {
    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  Knock(Recorder recorder, Clock clock, Duration patience) {
    this.recorder = recorder;
    this.clock = clock;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /** Posts a message to an operation of the candidate. */
  Answer post(String operation, URI address, String message) throws InterruptedException {
    return send(Direction.MEWS_TO_CANDIDATE, operation, address, message, "");
  }

  /** Posts an order to the driver. */
  Answer drive(String operation, URI address, String message, String bearer)
      throws InterruptedException {
    return send(Direction.DRIVER, operation, address, message, bearer);
  }

  private Answer send(
      Direction direction, String operation, URI address, String message, String bearer)
      throws InterruptedException {
    Body body = Body.of(message);
    Recorder.Open open = recorder.start(direction, operation, "POST", address, clock.instant());
    try {
      HttpResponse<byte[]> answer =
          client.send(request(address, body, bearer), BodyHandlers.ofByteArray());
      String type = answer.headers().firstValue("Content-Type").orElse(null);
      open.answered(body, answer.statusCode(), type, Body.of(answer.body()));
      return new Answer(
          answer.statusCode(),
          answer.headers(),
          json(answer.body()),
          answer.sslSession().orElse(null),
          "");
    } catch (IOException | IllegalArgumentException e) {
      String why = Reason.of(e, patience);
      open.failed(body, why);
      return new Answer(
          0, HttpHeaders.of(Map.of(), (name, value) -> true), json(new byte[0]), null, why);
    } catch (InterruptedException e) {
      open.failed(body, "broken off");
      throw e;
    }
  }

  private HttpRequest request(URI address, Body body, String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("User-Agent", "channelcert");
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return request.POST(BodyPublishers.ofByteArray(body.bytes())).build();
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
