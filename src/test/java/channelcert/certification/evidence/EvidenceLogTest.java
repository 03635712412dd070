package channelcert.certification.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Message;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceLogTest {
  private static final URI URL = URI.create("http://127.0.0.1:1/updatePrices");
  private static final Instant START = Instant.parse("2027-01-01T10:00:00Z");

  private final Path folder;
  private final EvidenceLog log;

  EvidenceLogTest(@TempDir Path folder) {
    this.folder = folder;
    this.log =
        new EvidenceLog(
            new EvidenceFolder(folder), Clock.fixed(START.plusMillis(25), ZoneOffset.UTC));
  }

  @Test
  void numbersExchangesAsTheyStart() {
    Recorder.Open first = start();
    Recorder.Open second = start();
    second.answered(Body.of("{}"), 200, "application/json", Body.of("{\"success\":true}"));
    first.failed(Body.of("{}"), "connection refused");
    assertThat(log.messages()).extracting(Message::id).containsExactly("e-0001", "e-0002");
    assertThat(log.messages().getFirst().exchange().failure()).isEqualTo("connection refused");
    assertThat(log.lastNumber()).isEqualTo(2);
  }

  @Test
  void aFloodIsCountedAndNotKept() {
    EvidenceLog small =
        new EvidenceLog(new EvidenceFolder(folder), Clock.fixed(START, ZoneOffset.UTC), 3);
    for (int i = 0; i < 5; i++) {
      small
          .start(Direction.CANDIDATE_TO_MEWS, "processGroup", "POST", URL, START)
          .answered(Body.of("{}"), 200, "application/json", Body.of("{}"));
    }
    small
        .start(Direction.MEWS_TO_CANDIDATE, "updatePrices", "POST", URL, START)
        .answered(Body.of("{}"), 200, "application/json", Body.of("{}"));

    assertThat(small.messages())
        .extracting(Message::id)
        .containsExactly("e-0001", "e-0002", "e-0003", "e-0006");
    assertThat(small.writeFailure()).get().asString().contains("sent 5 messages", "first 3");
  }

  @Test
  void keepsAmountsExact() {
    start()
        .answered(Body.of("{\"a\":0.10000000000000000001}"), 200, "application/json", Body.EMPTY);
    assertThat(log.messages().getFirst().request().path("a").decimalValue().toPlainString())
        .isEqualTo("0.10000000000000000001");
  }

  @Test
  void whatIsNoJsonIsMissing() {
    start().answered(Body.of("{} {}"), 200, "text/html", Body.of("<html>"));
    assertThat(log.messages().getFirst().request().isMissingNode()).isTrue();
    assertThat(log.messages().getFirst().answer().isMissingNode()).isTrue();
  }

  @Test
  void masksTokensBeforeAnythingIsKept() throws IOException {
    start()
        .answered(
            Body.of("{\"clientToken\":\"very-secret-token\"}"),
            200,
            "application/json",
            Body.of("{}"));
    assertThat(log.messages().getFirst().exchange().requestBody().text())
        .doesNotContain("very-secret-token");
    assertThat(Files.readString(folder.resolve("e-0001-request.json")))
        .contains("clientToken")
        .doesNotContain("very-secret-token");
  }

  @Test
  void writesThreeFilesForEachExchange() throws IOException {
    start().answered(Body.of("{\"a\": 1}"), 200, "application/json", Body.of("{\"b\": 2}"));
    JsonNode about = new ObjectMapper().readTree(folder.resolve("e-0001.json").toFile());
    assertThat(about.path("id").asText()).isEqualTo("e-0001");
    assertThat(about.path("direction").asText()).isEqualTo("MEWS_TO_CANDIDATE");
    assertThat(about.path("operation").asText()).isEqualTo("updatePrices");
    assertThat(about.path("startedAt").asText()).isEqualTo("2027-01-01T10:00:00Z");
    assertThat(about.path("status").asInt()).isEqualTo(200);
    assertThat(about.path("answerSha256").asText()).hasSize(64);
    assertThat(Files.readString(folder.resolve("e-0001-request.json"))).isEqualTo("{\"a\": 1}");
    assertThat(Files.readString(folder.resolve("e-0001-answer.json"))).isEqualTo("{\"b\": 2}");
  }

  @Test
  void aFolderThatCannotBeWrittenBreaksNoExchange() throws IOException {
    Files.createDirectory(folder.resolve("e-0001.json"));
    start().answered(Body.of("{}"), 200, "application/json", Body.EMPTY);
    assertThat(log.messages()).hasSize(1);
    assertThat(log.writeFailure()).hasValueSatisfying(text -> assertThat(text).contains("e-0001"));
  }

  @Test
  void waitsForWhatArrivesLater() throws InterruptedException {
    Recorder.Open open = start();
    Thread later =
        Thread.ofVirtual()
            .start(() -> open.answered(Body.of("{}"), 200, "application/json", Body.EMPTY));
    Optional<Message> found = log.await(EvidenceLogTest::last, Duration.ofSeconds(10));
    later.join();
    assertThat(found).isPresent();
  }

  @Test
  void givesUpWhenTheTimeIsOver() throws InterruptedException {
    start();
    assertThat(log.await(EvidenceLogTest::last, Duration.ofMillis(20))).isEmpty();
    log.awaitQuiet(Duration.ofMillis(20));
    assertThat(log.messages()).isEmpty();
  }

  private static Optional<Message> last(List<Message> messages) {
    return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast());
  }

  private Recorder.Open start() {
    return log.start(Direction.MEWS_TO_CANDIDATE, "updatePrices", "POST", URL, START);
  }
}
