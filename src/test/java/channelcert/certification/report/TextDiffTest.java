package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  @Test
  void marksTheWordsThatDiffer() {
    TextDiff diff = TextDiff.of("code 9 and rateCode RX", "code 1 and no rateCode");
    assertThat(shown(diff.expected())).isEqualTo("code [9] and rateCode [RX]");
    assertThat(shown(diff.actual())).isEqualTo("code [1] and [no] rateCode");
  }

  @Test
  void marksNothingInEqualTexts() {
    TextDiff diff = TextDiff.of("same\ntext", "same\ntext");
    assertThat(shown(diff.expected())).isEqualTo("same\ntext");
    assertThat(shown(diff.actual())).isEqualTo("same\ntext");
  }

  @Test
  void keepsAmountsAndDatesWhole() {
    TextDiff diff = TextDiff.of("2027-01-04: 118.43", "2027-01-05: 118.44");
    assertThat(shown(diff.actual())).isEqualTo("[2027-01-05]: [118.44]");
  }

  @Test
  void onePhraseHasOneMark() {
    TextDiff diff = TextDiff.of("the answer", "no message came");
    assertThat(shown(diff.actual())).isEqualTo("[no message came]");
  }

  @Test
  void copesWithEmptyAndWithHugeTexts() {
    assertThat(shown(TextDiff.of("", "x").actual())).isEqualTo("[x]");
    String huge = "word ".repeat(20_000);
    TextDiff diff = TextDiff.of("a " + huge + "z", "b " + huge.replace("word", "sword") + "z");
    assertThat(text(diff.expected())).isEqualTo("a " + huge + "z");
    assertThat(diff.actual()).hasSizeLessThan(4);
  }

  private static String shown(List<TextDiff.Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.differs() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  private static String text(List<TextDiff.Piece> pieces) {
    return pieces.stream().map(TextDiff.Piece::text).collect(Collectors.joining());
  }
}
