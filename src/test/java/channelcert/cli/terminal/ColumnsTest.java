package channelcert.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void breaksBetweenWords() {
    assertThat(Columns.wrap("one two three", 8)).containsExactly("one two", "three");
  }

  @Test
  void breaksAWordThatIsLongerThanALine() {
    assertThat(Columns.wrap("ab " + "x".repeat(10), 4)).containsExactly("ab", "xxxx", "xxxx", "xx");
  }

  @Test
  void keepsLinesAndTheirIndentation() {
    assertThat(Columns.wrap("a\n  b c", 4)).containsExactly("a", "  b", "c");
  }

  @Test
  void cutsWithASign() {
    assertThat(Columns.fit("Availability", 6, true)).isEqualTo("Avail…");
    assertThat(Columns.fit("Availability", 6, false)).isEqualTo("Ava...");
    assertThat(Columns.fit("short", 6, true)).isEqualTo("short");
  }
}
