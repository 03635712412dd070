package channelcert.fault;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.evidence.RecordedEvidence;
import channelcert.certification.record.RunRecord;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evidence folder alone proves what the run found. */
final class JudgedAgainTest {
  @TempDir Path folder;

  @Test
  void theEvidenceOfAFailedRunGivesTheSameFailures() throws InterruptedException {
    RunResult result =
        Trial.of(fault("price-last-night-lost"), 11, folder).on(Set.of("INV-2", "RES-2")).certify();
    RecordedEvidence recorded = RecordedEvidence.sealed(folder);

    RunResult again = RunRecord.of(recorded.lines()).judge(recorded.messages());

    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(again).isEqualTo(result);
  }

  private static Fault fault(String name) {
    return Faults.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
