package channelcert.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;

/** What somebody at the reference channel manager clicks and sees, through its driver. */
final class ReferenceExtranet implements AutoCloseable {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private final URI driver;
  private final String token;
  private final HttpClient client = HttpClient.newHttpClient();
  private String connection = "";

  ReferenceExtranet(URI driver, String token) {
    this.driver = driver;
    this.token = token;
  }

  void connect(String connectionToken, String email, String side) {
    connection = connectionToken;
    call(
        "setUpConnection",
        order().put("email", email).put("pricing", side.toUpperCase(Locale.ROOT)));
  }

  void choosePricing(String side) {
    call("choosePricing", order().put("pricing", side.toUpperCase(Locale.ROOT)));
  }

  /** An operation that takes the connection alone. */
  void order(String operation) {
    call(operation, order());
  }

  void book(String operation, JsonNode booking) {
    ObjectNode order = order();
    order.set("booking", booking);
    call(operation, order);
  }

  void cancel(String channelManagerId) {
    call("cancelBooking", order().put("channelManagerId", channelManagerId));
  }

  JsonNode ari(String from, String to) {
    return call("readAri", order().put("from", from).put("to", to));
  }

  JsonNode booking(String channelManagerId) {
    ObjectNode order = order();
    order.putArray("channelManagerIds").add(channelManagerId);
    return call("readBookings", order).path("bookings").path(0);
  }

  Optional<String> logLineAbout(String booking) {
    return call("readErrorLog", order())
        .path("entries")
        .valueStream()
        .map(JsonNode::toString)
        .filter(line -> line.contains(booking))
        .findFirst();
  }

  private ObjectNode order() {
    return MAPPER.createObjectNode().put("connectionToken", connection);
  }

  private JsonNode call(String operation, JsonNode body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(driver + "/" + operation))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new AssertionError(operation + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body().isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(operation, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(operation, e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
