package channelcert.certification.run;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.stage.Probe;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the registered addresses of the candidate directly, recorded as calls of Mews. */
final class WireProbe implements Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String CONFIRMATIONS = "/api/channelManager/v1/";
  private static final Map<String, String> CONFIRMED_BY =
      Map.of(
          "updateAvailability", "processAvailabilityConfirmation",
          "updatePrices", "processRateConfirmation",
          "updateRestrictions", "processRestrictionConfirmation");

  private final Candidate candidate;
  private final String connectionToken;
  private final URI mewsUrl;
  private final Recorder recorder;
  private final Clock clock;

  WireProbe(
      Candidate candidate, String connectionToken, URI mewsUrl, Recorder recorder, Clock clock) {
    this.candidate = candidate;
    this.connectionToken = connectionToken;
    this.mewsUrl = mewsUrl;
    this.recorder = recorder;
    this.clock = clock;
  }

  @Override
  public ObjectNode envelope(String operation, String messageId) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("clientToken", candidate.clientToken()).put("connectionToken", connectionToken);
    String confirmation = CONFIRMED_BY.get(operation);
    if (confirmation != null) {
      message
          .put("messageId", messageId)
          .put("responseUrl", mewsUrl + CONFIRMATIONS + confirmation);
    }
    return message;
  }

  @Override
  public boolean isRegistered(String operation) {
    return registered(operation) != null;
  }

  @Override
  public void post(String operation, JsonNode message) {
    send(operation, "POST", "application/json", message.toString());
  }

  @Override
  public void send(String operation, String method, String contentType, String text) {
    URI address = address(operation);
    Body body = Body.of(text);
    Recorder.Open open =
        recorder.start(Direction.MEWS_TO_CANDIDATE, operation, method, address, clock.instant());
    try (HttpClient client = client()) {
      HttpResponse<byte[]> answer =
          client.send(request(address, method, contentType, body), BodyHandlers.ofByteArray());
      String type = answer.headers().firstValue("Content-Type").orElse(null);
      open.answered(body, answer.statusCode(), type, Body.of(answer.body()));
    } catch (IOException e) {
      open.failed(body, "no complete answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      open.failed(body, "the call was broken off on this side");
    }
  }

  @Override
  public String offerOldTls(String operation) {
    URI address = address(operation);
    return "https".equalsIgnoreCase(address.getScheme())
        ? OldTls.offer(address, PATIENCE)
        : "not applicable: " + address.getScheme() + " is no TLS";
  }

  private URI address(String operation) {
    URI address = registered(operation);
    if (address == null) {
      throw new IllegalStateException("no address is registered for " + operation);
    }
    return address;
  }

  /** One published name is misspelt; those who register it spell it either way. */
  private @Nullable URI registered(String operation) {
    URI published = candidate.endpoints().get(operation);
    return published == null && operation.equals("changeNotificaton")
        ? candidate.endpoints().get("changeNotification")
        : published;
  }

  private static HttpRequest request(URI address, String method, String contentType, Body body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json");
    return body.length() == 0
        ? request.method(method, BodyPublishers.noBody()).build()
        : request
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofByteArray(body.bytes()))
            .build();
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(PATIENCE)
        .build();
  }
}
