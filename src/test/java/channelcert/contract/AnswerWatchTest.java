package channelcert.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.mews.FakeChannelManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerWatchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "200|application/json|{}|success",
        "200|application/json|{\"success\":\"yes\"}|success",
        "200|application/json|<html>|is no JSON",
        "200|text/plain|{\"success\":true}|content type 'text/plain' is not declared",
        "201|application/json|{\"success\":true}|HTTP 201 is not declared",
      })
  void anAnswerAgainstTheSpecIsFound(int status, String contentType, String body, String words)
      throws Exception {
    new Answering(status, contentType, body).call("POST", Answering.PUSHES);
    assertThat(WrongAnswers.take())
        .isNotEmpty()
        .allMatch(found -> found.startsWith("POST /updateAvailability: "))
        .anyMatch(found -> found.contains(words));
  }

  @Test
  void anAnswerThatKeepsToTheSpecAndAPageOutsideOfItPass() throws Exception {
    long before = WrongAnswers.held();
    new Answering(200, "application/json", "{\"success\":true}").call("POST", Answering.PUSHES);
    assertThat(WrongAnswers.held()).isEqualTo(before + 1);
    new Answering(418, "text/html", "<p>").call("GET", Answering.PAGE);
    assertThat(WrongAnswers.held()).isEqualTo(before + 1);
    assertThat(WrongAnswers.take()).isEmpty();
  }

  @Test
  void aRefusalInTheWordsOfTheServerIsHeldToo() throws Exception {
    long before = WrongAnswers.held();
    try (FakeChannelManager channelManager = new FakeChannelManager()) {
      Answering.call("POST", requireNonNull(channelManager.endpoints().get("updateAvailability")));
    }
    assertThat(WrongAnswers.held()).isEqualTo(before + 1);
  }

  @Test
  void aProgramOfItsOwnIsWatchedToo() throws Exception {
    Process program =
        new ProcessBuilder(WrongAnswers.program(Answering.class.getName())).inheritIO().start();
    assertThat(program.waitFor()).isZero();
    assertThat(WrongAnswers.take()).isNotEmpty().first().asString().contains("success");
  }
}
