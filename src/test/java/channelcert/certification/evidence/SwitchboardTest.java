package channelcert.certification.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Message;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SwitchboardTest {
  private static final URI MEWS = URI.create("http://mews.example/processGroup");
  private static final URI AT_A = URI.create("http://a.example/updatePrices");
  private static final URI AT_B = URI.create("http://b.example/updatePrices");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private EvidenceLog a;

  @SuppressWarnings("NullAway.Init")
  private EvidenceLog b;

  private final Switchboard switchboard = new Switchboard();

  @BeforeEach
  void join() {
    a = log("a");
    b = log("b");
    switchboard.join(a, "FROM-A", Map.of("updatePrices", AT_A));
    switchboard.join(b, "FROM-B", Map.of("updatePrices", AT_B));
  }

  @Test
  void eachRunSeesItsOwnCandidateOnly() {
    exchange(Direction.MEWS_TO_CANDIDATE, AT_A, "TO-A", "CONNECTION-A");
    exchange(Direction.MEWS_TO_CANDIDATE, AT_B, "TO-B", "CONNECTION-B");
    exchange(Direction.CANDIDATE_TO_MEWS, MEWS, "FROM-B", "CONNECTION-B");

    assertThat(ids(a)).containsExactly("e-0001");
    assertThat(ids(b)).containsExactly("e-0002", "e-0003");
  }

  @Test
  void whoAnswersForAnotherConnectionIsRecordedByItsOwnRun() {
    exchange(Direction.MEWS_TO_CANDIDATE, AT_B, "TO-B", "CONNECTION-B");
    exchange(Direction.CANDIDATE_TO_MEWS, MEWS, "FROM-A", "CONNECTION-B");

    assertThat(ids(a)).containsExactly("e-0002");
    assertThat(ids(b)).containsExactly("e-0001");
  }

  @Test
  void theStateOfAConnectionBelongsToItsRunAndWhatIsNobodysToNone() {
    exchange(Direction.MEWS_TO_CANDIDATE, AT_A, "TO-A", "CONNECTION-A");
    exchange(Direction.MEWS_STATE, MEWS, "", "CONNECTION-A");
    exchange(Direction.CANDIDATE_TO_MEWS, MEWS, "FROM-C", "CONNECTION-C");

    assertThat(ids(a)).containsExactly("e-0001", "e-0002");
    assertThat(ids(b)).isEmpty();
    assertThat(switchboard.nobodys()).isEqualTo(1);
  }

  @Test
  void anAddressOfNobodyIsNobodysWhateverTokenIsSentThere() {
    exchange(Direction.MEWS_TO_CANDIDATE, AT_A, "SAME", "CONNECTION-A");
    exchange(Direction.MEWS_TO_CANDIDATE, MEWS, "SAME", "CONNECTION-C");
    exchange(Direction.MEWS_TO_CANDIDATE, AT_B, "SAME", "CONNECTION-B");

    assertThat(ids(a)).containsExactly("e-0001");
    assertThat(ids(b)).containsExactly("e-0003");
    assertThat(switchboard.nobodys()).isEqualTo(1);
  }

  @Test
  void nobodyWaitsForTheExchangesOfOthers() throws Exception {
    exchange(Direction.MEWS_TO_CANDIDATE, AT_A, "TO-A", "CONNECTION-A");
    Instant start = Instant.now();
    b.awaitQuiet(Duration.ofSeconds(20));

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  private void exchange(Direction direction, URI url, String client, String connection) {
    Recorder.Open open = switchboard.start(direction, "any", "POST", url, Instant.EPOCH);
    open.answered(
        Body.of(
            "{\"clientToken\":\"%s\",\"connectionToken\":\"%s\"}".formatted(client, connection)),
        200,
        "application/json",
        Body.of("{\"success\":true}"));
  }

  private EvidenceLog log(String name) {
    return new EvidenceLog(new EvidenceFolder(folder.resolve(name)), Clock.systemUTC());
  }

  private static List<String> ids(EvidenceLog log) {
    return log.messages().stream().map(Message::id).toList();
  }
}
