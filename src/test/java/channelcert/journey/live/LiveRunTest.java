package channelcert.journey.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveRunTest {
  private final LiveRun run = new LiveRun("case", 1, List.of(), Clock.systemUTC());

  @Test
  void whatBecameOfAStoppedRunIsWrittenDownUndisturbed() {
    assertThat(run.stop("Ada", Thread.currentThread())).isTrue();
    assertThat(run.settle()).isTrue();
    assertThat(run.stop("Bob", Thread.currentThread())).isFalse();

    assertThat(Thread.interrupted()).isFalse();
    assertThat(run.stoppedBy()).isEqualTo("Ada");
    assertThat(run.notesAfter(0)).extracting(Note::text).containsExactly("Stopped by Ada.");
  }

  @Test
  void aRunThatIsOverIsNotStoppedAnyMore() {
    assertThat(run.settle()).isFalse();
    assertThat(run.stop("Ada", Thread.currentThread())).isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aStoppedRunIsNotPausedAgain() {
    run.stop("Ada", Thread.currentThread());
    run.pause("Bob");

    run.rowStarted("INV-1", "begins at once");
    assertThat(run.isPaused()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
