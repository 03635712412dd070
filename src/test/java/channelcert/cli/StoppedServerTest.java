package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is watched, and told to stop by {@code SIGTERM} while it works. */
class StoppedServerTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void isReadyThenSaysThatItIsNotAndAnswersWhatIsInFlight() throws Exception {
    try (Started serve = serve("--drain-delay", "1", "--log-format", "json")) {
      URI management = address(serve, "Management");
      URI channelManager = address(serve, "Channel manager");
      assertThat(get(management, "/ready").statusCode()).isEqualTo(200);
      AtomicInteger sent = new AtomicInteger();
      AtomicInteger answered = new AtomicInteger();
      Thread load =
          Thread.ofPlatform().start(() -> push(management, channelManager, sent, answered));
      serve.await(() -> answered.get() > 20, "answer to some pushes");
      try (Socket half = halfSent(channelManager)) {
        serve.terminate();
        serve.await(() -> ready(management) == 503, "readiness that is gone");
        assertThat(get(management, "/ready").body()).contains("DRAINING");
        assertThat(get(management, "/health").statusCode()).isEqualTo(200);
        assertThat(push(channelManager, "late").body()).contains("\"success\":true");
        half.getOutputStream().write(' ');
        String answer = readAll(half.getInputStream());
        assertThat(answer).contains("\"success\":true").contains("Connection: close");
      }
      assertThat(load.join(Duration.ofSeconds(20))).isTrue();
      assertThat(answered.get()).isEqualTo(sent.get()).isGreaterThan(20);
      assertThat(serve.exitCode(Duration.ofSeconds(20))).isEqualTo(143);
      assertThat(serve.printed()).doesNotContain("while stopping");
    }
  }

  @Test
  void tellsItsFiguresAndLogsEveryRequestWithItsIdentifierAndNoSecret() throws Exception {
    try (Started serve = serve("--log-format", "json", "--log-level", "info")) {
      URI management = address(serve, "Management");
      URI channelManager = address(serve, "Channel manager");
      HttpResponse<String> answer = push(channelManager, "figures");
      assertThat(answer.headers().firstValue("X-Request-Id")).contains("id-of-figures");
      assertThat(get(channelManager, "/nowhere").headers().firstValue("X-Request-Id")).isPresent();

      String figures = get(management, "/metrics").body();
      assertThat(figures)
          .contains(
              "channelcert_requests_seconds_count{operation=\"updateAvailability\",outcome=\"success\",part=\"channel-manager\"}")
          .contains("operation=\"unknown\",outcome=\"http_404\"")
          .contains("channelcert_request_bytes_total{operation=\"updateAvailability\"")
          .contains("channelcert_database_connections{part=\"channel-manager\",state=\"most\"} ")
          .contains("channelcert_waiting{part=\"channel-manager\",what=\"outbox\"} 0.0")
          .contains("channelcert_waiting{part=\"mews\",what=\"push_lanes\"} ")
          .contains(
              "channelcert_calls_seconds_count{operation=\"getConfiguration\",outcome=\"success\",part=\"channel-manager\"}")
          .contains("process_uptime_seconds")
          .contains("jvm_memory_used_bytes");
      assertThat(get(management, "/metrics").headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).contains("text/plain").contains("0.0.4"));

      serve.await(() -> serve.printed().contains("id-of-figures"), "line about the request");
      JsonNode line = logged(serve, "id-of-figures");
      assertThat(line.get("operation").textValue()).isEqualTo("updateAvailability");
      assertThat(line.get("outcome").textValue()).isEqualTo("success");
      assertThat(serve.printed()).doesNotContain(clientToken()).doesNotContain(connection());
    }
  }

  @Test
  void whoComesSecondIsToldInOneLineWhatIsTaken() throws Exception {
    try (Started serve = serve()) {
      String port = Integer.toString(address(serve, "Channel manager").getPort());
      Path other = folder.resolve("other");
      refused("another process works with its file", "--data", folder.resolve("data").toString());
      refused("Port " + port, "--port", port, "--data", other.toString());
      refused("'99999' is no port", "--port", "99999", "--data", other.toString());
      String management = Integer.toString(address(serve, "Management").getPort());
      refused(
          "--management-port: Port " + management,
          "--management-port",
          management,
          "--data",
          other.toString());
    }
  }

  private static void refused(String told, String... arguments) {
    List<String> all = new ArrayList<>(List.of("serve", "channel-manager"));
    all.addAll(List.of(arguments));
    for (String ofPort : List.of("--port", "--management-port")) {
      if (!all.contains(ofPort)) {
        all.addAll(List.of(ofPort, "0"));
      }
    }
    Shell shell = Shell.run(all.toArray(String[]::new));
    assertThat(shell.exitCode()).as(shell.err()).isEqualTo(2);
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.err()).contains(told);
  }

  private static JsonNode logged(Started serve, String id) throws IOException {
    String text =
        serve.printed().lines().filter(each -> each.contains(id)).findFirst().orElseThrow();
    return MAPPER.readTree(text);
  }

  /** Pushes one message after the other, as long as the process says that it is ready. */
  private void push(
      URI management, URI channelManager, AtomicInteger sent, AtomicInteger answered) {
    while (ready(management) == 200) {
      try {
        String id = "m-" + sent.incrementAndGet();
        if (push(channelManager, id).body().contains("\"success\":true")) {
          answered.incrementAndGet();
        }
      } catch (IOException | InterruptedException broken) {
        throw new IllegalStateException(broken);
      }
    }
  }

  private HttpResponse<String> push(URI channelManager, String id)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(channelManager.resolve("/updateAvailability"))
            .header("Content-Type", "application/json")
            .header("X-Request-Id", "id-of-" + id)
            .POST(HttpRequest.BodyPublishers.ofString(body(id)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** A push whose last byte is missing. */
  private Socket halfSent(URI channelManager) throws IOException {
    Socket socket = new Socket(channelManager.getHost(), channelManager.getPort());
    socket.setSoTimeout(20_000);
    byte[] body = body("half").getBytes(StandardCharsets.UTF_8);
    OutputStream out = socket.getOutputStream();
    String head =
        "POST /updateAvailability HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + (body.length + 1)
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
    return socket;
  }

  private String body(String id) {
    return """
    {"clientToken":"%s","connectionToken":"%s","messageId":"%s","responseUrl":"http://mews.example/",
     "availabilities":[{"spaceTypeCode":"DBL","from":"2027-05-01","to":"2027-05-01","availability":3}]}\
    """
        .formatted(clientToken(), connection(), id);
  }

  private static int ready(URI management) {
    try {
      return get(management, "/ready").statusCode();
    } catch (IOException | InterruptedException gone) {
      return 0;
    }
  }

  private static HttpResponse<String> get(URI base, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String readAll(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private Started serve(String... more) throws IOException {
    String[] fixed = {
      "serve",
      "--demo",
      "--mews-port",
      "0",
      "--portal-port",
      "0",
      "--channel-manager-port",
      "0",
      "--management-port",
      "0",
      "--data",
      folder.resolve("data").toString()
    };
    Started started =
        Started.command(
            folder.resolve("serve.log"),
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(fixed), java.util.stream.Stream.of(more))
                .toArray(String[]::new));
    started.awaitText("Stop with Ctrl+C");
    return started;
  }

  /** The address that a line of the process names. */
  private static URI address(Started serve, String line) {
    Matcher matcher =
        Pattern.compile("(?m)^" + line + "\\s+(http://[^\\s,:]+:\\d+)").matcher(serve.printed());
    assertThat(matcher.find()).as(serve.printed()).isTrue();
    return URI.create(matcher.group(1));
  }

  private String clientToken() {
    return String.valueOf(
        Secrets.read(folder.resolve("data/channel-manager.tokens")).getProperty("clientToken"));
  }

  private String connection() {
    return String.valueOf(
        Secrets.read(folder.resolve("data/demo.tokens")).getProperty("canal-house"));
  }
}
