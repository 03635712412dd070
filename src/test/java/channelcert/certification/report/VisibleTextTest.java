package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void writesOutWhatWouldSteerATerminal() {
    assertThat(VisibleText.of("\u001b[2J\u0007\u009b1m")).isEqualTo("\\u001b[2J\\u0007\\u009b1m");
  }

  @Test
  void writesOutWhatWouldMisleadTheEye() {
    assertThat(VisibleText.of("a\u202eb\u2066c\ufeffd\u2028e"))
        .isEqualTo("a\\u202eb\\u2066c\\ufeffd\\u2028e");
  }

  @Test
  void writesOutWhatXmlCannotHold() {
    assertThat(VisibleText.of("\u0000\ud800\uffff")).isEqualTo("\\u0000\\ud800\\uffff");
  }

  @Test
  void keepsLinesWhereThereAreLines() {
    assertThat(VisibleText.of("a\r\n\tb")).isEqualTo("a\n\tb");
    assertThat(VisibleText.singleLine("a\r\n\tb")).isEqualTo("a\\r\\n\\tb");
  }

  @Test
  void keepsTheWritingOfTheWorld() {
    String text = "Größe 部屋 غرفة 👨‍👩‍👧";
    assertThat(VisibleText.singleLine(text)).isEqualTo(text);
  }
}
