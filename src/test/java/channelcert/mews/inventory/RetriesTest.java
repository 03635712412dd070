package channelcert.mews.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final Retries LONGEST = Retries.standard(() -> 0);

  @Test
  void pausesGrowUpToHalfAnHourAndGoOnForEver() {
    List<Duration> pauses =
        IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000).mapToObj(LONGEST::afterFailure).toList();
    assertThat(pauses).isSorted().first().isEqualTo(Duration.ofMillis(200));
    assertThat(pauses.subList(7, 10)).containsOnly(Duration.ofMinutes(30));
  }

  @Test
  void chanceShortensEachPauseByAFifthAtMost() {
    Retries retries = Retries.standard(new Random(7));
    for (int number = 1; number <= 10; number++) {
      Duration longest = LONGEST.afterFailure(number);
      int failures = number;
      List<Duration> pauses =
          IntStream.range(0, 1000).mapToObj(_ -> retries.afterFailure(failures)).toList();
      assertThat(pauses)
          .allMatch(pause -> pause.compareTo(longest) <= 0)
          .allMatch(pause -> pause.compareTo(longest.multipliedBy(4).dividedBy(5)) >= 0)
          .anyMatch(pause -> pause.compareTo(longest.multipliedBy(82).dividedBy(100)) < 0)
          .anyMatch(pause -> pause.compareTo(longest.multipliedBy(98).dividedBy(100)) > 0);
    }
  }

  @Test
  void theSameChanceGivesTheSamePauses() {
    Retries one = Retries.standard(new Random(3));
    Retries other = Retries.standard(new Random(3));
    assertThat(IntStream.range(1, 9).mapToObj(one::afterFailure))
        .containsExactlyElementsOf(IntStream.range(1, 9).mapToObj(other::afterFailure).toList());
  }
}
