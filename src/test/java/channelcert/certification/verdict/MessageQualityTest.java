package channelcert.certification.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageQualityTest {
  @Test
  void aSentenceThatNamesTheCodeIsGood() {
    assertThat(MessageQuality.problems("Room type XC1 is unknown; map it under Rooms.", "XC1"))
        .isEmpty();
    assertThat(MessageQuality.advises("Room type XC1 is unknown; map it under Rooms.")).isTrue();
  }

  @Test
  void whatItMentionsMayBeWrittenInAnotherCase() {
    assertThat(MessageQuality.problems("The category xc1 is not known here.", "XC1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "error", "Error 9", "error code 0000000000", "9", "XR1 XR1 XR1 XR1"})
  void aCodeOrTheWordErrorIsNotEnough(String message) {
    assertThat(MessageQuality.problems(message, "")).isNotEmpty();
  }

  @Test
  void aMessageWithoutAdviceIsOnlyNoted() {
    assertThat(MessageQuality.problems("Category XC1 is unknown to us.", "XC1")).isEmpty();
    assertThat(MessageQuality.advises("Category XC1 is unknown to us.")).isFalse();
  }
}
