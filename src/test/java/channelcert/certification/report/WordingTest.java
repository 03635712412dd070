package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "4380, 4.4 s",
    "59949, 59.9 s",
    "59960, 1 min 0 s",
    "125400, 2 min 5 s"
  })
  void givesDurationsInTheUnitAPersonWouldChoose(long milliseconds, String words) {
    assertThat(Wording.duration(milliseconds)).isEqualTo(words);
  }
}
