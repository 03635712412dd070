package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two commands of the README in two processes, which know each other by the candidate file
 * alone.
 */
class TwoProcessesTest {
  private static final String CONNECTION = "TWO-PROCESSES-CONNECTION";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private int mewsPort;
  private int channelManagerPort;
  private int started;

  @BeforeEach
  void choosePorts() throws IOException {
    mewsPort = Ports.free();
    channelManagerPort = Ports.free();
  }

  @Test
  void certifyAStrangerByItsCandidateFile() throws Exception {
    try (Started channelManager = serve();
        Started certify = certify()) {
      assertThat(certify.exitCode(Duration.ofMinutes(2))).as(certify.printed()).isZero();
      assertThat(channelManager.running()).isTrue();
      assertThat(report().get("tests")).hasSize(25);
    }
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheChannelManagerIsKilledInTheMiddleOfTheLongPush()
      throws Exception {
    try (Started first = serve();
        Started certify = certify("--only", "INV-6")) {
      Path evidence = folder.resolve("report/evidence");
      certify.await(() -> acknowledged(evidence, "ratePrices").size() >= 1, "acknowledged push");
      first.kill();
      certify.exitCode(Duration.ofMinutes(3));
      try (Started second = serve()) {
        assertThat(second.running()).isTrue();
        JsonNode stored = stored();
        for (JsonNode push : acknowledged(evidence, "ratePrices")) {
          for (JsonNode entry : push.get("ratePrices")) {
            assertThat(shown(stored, entry)).as(entry.toString()).isEqualTo(pushed(entry));
          }
        }
      }
    }
  }

  /** Every price of the first night of an entry, by guests. */
  private static Map<Integer, BigDecimal> pushed(JsonNode entry) {
    Map<Integer, BigDecimal> prices = new TreeMap<>();
    for (JsonNode price : entry.get("prices")) {
      prices.put(price.get("guestCount").intValue(), amount(price.get("grossAmount")));
    }
    return prices;
  }

  private static Map<Integer, BigDecimal> shown(JsonNode stored, JsonNode entry) {
    Map<Integer, BigDecimal> prices = new TreeMap<>();
    String night = entry.get("from").textValue();
    for (JsonNode run : stored.get("prices")) {
      boolean same =
          run.get("spaceTypeCode").equals(entry.get("spaceTypeCode"))
              && run.get("ratePlanCode").equals(entry.get("ratePlanCode"))
              && run.get("from").textValue().compareTo(night) <= 0
              && run.get("to").textValue().compareTo(night) >= 0;
      if (same) {
        for (JsonNode price : run.get("prices")) {
          prices.put(price.get("guestCount").intValue(), amount(price.get("amount")));
        }
      }
    }
    return prices;
  }

  private static BigDecimal amount(JsonNode number) {
    return number.decimalValue().setScale(2);
  }

  /** What the channel manager shows after its restart, through its driver. */
  private JsonNode stored() throws Exception {
    String token =
        Secrets.read(folder.resolve("data/channel-manager.tokens")).getProperty("clientToken");
    String from = LocalDate.now(ZoneId.of("Europe/Amsterdam")).minusDays(1).toString();
    String to = LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(366).toString();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + channelManagerPort + "/driver/readAri"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"connectionToken\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                        .formatted(CONNECTION, from, to)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return MAPPER.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  private Started serve() throws IOException {
    Started side =
        Started.command(
            folder.resolve("serve-" + started++ + ".log"),
            "serve",
            "channel-manager",
            "--port",
            Integer.toString(channelManagerPort),
            "--mews-url",
            "http://127.0.0.1:" + mewsPort,
            "--data",
            folder.resolve("data").toString(),
            "--candidate-out",
            folder.resolve("candidate.yaml").toString());
    side.awaitText("Stop with Ctrl+C");
    Files.writeString(
        folder.resolve("candidate.yaml"),
        "connectionToken: " + CONNECTION + "\n",
        StandardOpenOption.APPEND);
    return side;
  }

  private Started certify(String... more) throws IOException {
    String[] fixed = {
      "certify",
      "--candidate",
      folder.resolve("candidate.yaml").toString(),
      "--mews-port",
      Integer.toString(mewsPort),
      "--out",
      folder.resolve("report").toString()
    };
    return Started.command(
        folder.resolve("certify.log"),
        Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
  }

  /** The requests of one kind of push whose answer said success, as far as they are recorded. */
  private static List<JsonNode> acknowledged(Path evidence, String member) {
    try (Stream<Path> files = Files.list(evidence)) {
      return files
          .filter(TwoProcessesTest::isAcknowledgedPush)
          .sorted()
          .map(file -> Path.of(file.toString().replace("-answer.json", "-request.json")))
          .map(TwoProcessesTest::json)
          .filter(push -> push.has(member))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static JsonNode json(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAcknowledgedPush(Path file) {
    if (!file.toString().endsWith("-answer.json")) {
      return false;
    }
    try {
      Path about = Path.of(file.toString().replace("-answer.json", ".json"));
      return Files.exists(about)
          && Files.readString(about).contains("\"update")
          && Files.readString(file).contains("\"success\":true");
    } catch (IOException e) {
      return false;
    }
  }

  private JsonNode report() throws IOException {
    return MAPPER.readTree(Files.readString(folder.resolve("report/report.json")));
  }
}
