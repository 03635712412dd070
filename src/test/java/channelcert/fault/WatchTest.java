package channelcert.fault;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ERR-6 watches for as long as the clock of the run says, here for half an hour in a moment. */
final class WatchTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void nothingInvalidIsSentAgainInHalfAnHour() throws Exception {
    AtomicLong seconds = new AtomicLong();
    Instant start = Instant.now();
    InstantSource hurried = () -> start.plusSeconds(seconds.addAndGet(30));
    ExpectationResult result =
        notRepeated(
            Trial.of(Fault.NONE, 3, folder.resolve("right"))
                .on(Set.of("ERR-6"))
                .watching(HALF_AN_HOUR, hurried.withZone(ZoneOffset.UTC))
                .certify());

    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.actual()).contains("watching for 1800 s");
    assertThat(Duration.ofSeconds(seconds.get())).isGreaterThanOrEqualTo(HALF_AN_HOUR);
  }

  @Test
  void aRepetitionInTheWindowIsFound() throws Exception {
    ExpectationResult result =
        notRepeated(
            Trial.of(
                    Faults.named("invalid-booking-repeated").orElseThrow(),
                    3,
                    folder.resolve("wrong"))
                .on(Set.of("ERR-6"))
                .watching(Duration.ofSeconds(1), Clock.systemUTC())
                .certify());

    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.hint()).contains("Never repeat");
  }

  private static ExpectationResult notRepeated(RunResult run) {
    return run.tests().getLast().expectations().stream()
        .filter(each -> each.id().equals("not-repeated"))
        .findFirst()
        .orElseThrow();
  }
}
