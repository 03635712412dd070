package channelcert.fault;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.evidence.EvidenceFolder;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.evidence.Switchboard;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RunResult;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.store.Database;
import channelcert.store.Databases;
import channelcert.store.Part;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two candidates are certified at once on one Mews side, and do not see each other. */
final class TwoCandidatesTest {
  private static final Set<String> ROWS =
      Set.of("INV-1", "INV-4", "RES-1", "RES-2", "RES-7", "ERR-2", "ERR-3", "ERR-5", "ERR-6");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Switchboard switchboard = new Switchboard();

  @Test
  void oneFailsWhereItIsWrongAndTheOtherPasses() throws Exception {
    Fault fault = Faults.named("unmapped-category-not-named").orElseThrow();
    EvidenceLog wrongLog = log("wrong");
    EvidenceLog rightLog = log("right");
    ExecutorService runs = Executors.newFixedThreadPool(2);
    try (Database data = Database.open(Databases.inMemory(), Part.MEWS);
        MewsSide mews =
            MewsSide.start(
                MewsSettings.loopback(data, Clock.systemUTC(), () -> UUID.randomUUID().toString())
                    .withRecorder(switchboard)
                    .withCallTimeout(Duration.ofSeconds(30)))) {
      Future<RunResult> wrong =
          runs.submit(() -> trial(fault, "wrong").certify(mews, wrongLog, switchboard));
      Future<RunResult> right =
          runs.submit(() -> trial(Fault.NONE, "right").certify(mews, rightLog, switchboard));

      assertThat(Matrix.notPassed(wrong.get()).keySet()).containsExactly("ERR-3");
      assertThat(Matrix.notPassed(right.get())).isEmpty();
    } finally {
      runs.shutdownNow();
    }
    assertThat(tokens(wrongLog)).isNotEmpty().doesNotContainAnyElementsOf(tokens(rightLog));
    assertThat(switchboard.nobodys()).isZero();
  }

  private Trial trial(Fault fault, String name) {
    return Trial.of(fault, 7, folder.resolve(name)).on(ROWS).named(name);
  }

  private EvidenceLog log(String name) {
    return new EvidenceLog(new EvidenceFolder(folder.resolve(name)), Clock.systemUTC());
  }

  /** Every connection token of the evidence, as it is kept. */
  private static List<String> tokens(EvidenceLog log) {
    return log.messages().stream()
        .map(Message::request)
        .map(request -> request.path("connectionToken").asText())
        .filter(token -> !token.isEmpty())
        .distinct()
        .toList();
  }
}
