package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a process with both sides while bookings are on their way between them. */
class KilledServerTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BOOKINGS = 12;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void everyAcknowledgedBookingIsConfirmedAfterTheRestart() throws Exception {
    int mewsPort = Ports.free();
    int channelManagerPort = Ports.free();
    URI driver = URI.create("http://127.0.0.1:" + channelManagerPort + "/driver/");
    try (Started first = serve("first.log", mewsPort, channelManagerPort, "--demo")) {
      for (int i = 0; i < BOOKINGS; i++) {
        assertThat(call(driver, "sendBooking", booking(i)).statusCode()).isEqualTo(204);
      }
      first.kill();
    }
    try (Started second = serve("second.log", mewsPort, channelManagerPort)) {
      second.await(() -> confirmed(driver) == BOOKINGS, "confirmation of every booking");
    }
  }

  private Started serve(String log, int mewsPort, int channelManagerPort, String... more)
      throws IOException {
    String[] fixed = {
      "serve",
      "--mews-port",
      Integer.toString(mewsPort),
      "--channel-manager-port",
      Integer.toString(channelManagerPort),
      "--portal-port",
      "0",
      "--management-port",
      "0",
      "--data",
      folder.resolve("data").toString()
    };
    String[] all = Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new);
    Started started = Started.command(folder.resolve(log), all);
    started.awaitText("Stop with Ctrl+C");
    return started;
  }

  private long confirmed(URI driver) {
    try {
      HttpResponse<String> answer =
          call(driver, "readBookings", "{\"connectionToken\":\"%s\"}".formatted(connection()));
      long confirmed = 0;
      for (JsonNode booking : MAPPER.readTree(answer.body()).path("bookings")) {
        confirmed += booking.path("status").asText().equals("CONFIRMED") ? 1 : 0;
      }
      return confirmed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> call(URI driver, String operation, String body)
      throws IOException, InterruptedException {
    String token =
        Secrets.read(folder.resolve("data/channel-manager.tokens")).getProperty("clientToken");
    HttpRequest request =
        HttpRequest.newBuilder(driver.resolve(operation))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private String booking(int number) {
    return """
    {"connectionToken":"%s","booking":{"channelManagerId":"KILL-%d","channelId":"OTA-%d",
     "pricing":"GROSS","currencyCode":"EUR","sourceCode":2,
     "customer":{"firstName":"Ada","lastName":"Visser"},
     "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX",
       "from":"2027-03-01","to":"2027-03-03","nightAmounts":[120.00,130.00],
       "adults":2,"children":0}]}}\
    """
        .formatted(connection(), number, number);
  }

  private String connection() {
    return Secrets.read(folder.resolve("data/demo.tokens")).getProperty("canal-house");
  }
}
