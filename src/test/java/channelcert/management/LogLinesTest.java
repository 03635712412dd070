package channelcert.management;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.http.watch.RequestInLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class LogLinesTest {
  @AfterEach
  void forget() {
    MDC.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines",
        "a\r\nWARNING forged",
        "\u001b[31mred",
        "\"},{\"level\":\"forged",
        "tab\tand\u0000zero",
        "one\u0085two\u2028three\u009b31m\u202egnp.exe"
      })
  void whateverAStrangerSentStaysInOneLine(String text) throws Exception {
    String human = LogLines.human().format(new LogRecord(Level.WARNING, text));
    assertThat(human.strip().lines()).hasSize(1);
    assertThat(human.strip()).doesNotContainPattern("[\\p{Cc}\u202e]");

    String json = LogLines.json().format(new LogRecord(Level.WARNING, text));
    assertThat(json.strip().lines()).hasSize(1);
    assertThat(read(json).get("message").textValue()).isEqualTo(text);
  }

  @Test
  void aLineBreakInAnExceptionForgesNoLine() {
    LogRecord line = new LogRecord(Level.SEVERE, "failed");
    line.setThrown(
        new IllegalStateException(
            "no\r\n2027-01-01 00:00:00.000Z INFO channelcert forged\u001b[2J"));
    String human = LogLines.human().format(line);
    assertThat(human).doesNotContain("\u001b").contains("forged");
    assertThat(human.lines().skip(1)).allMatch(each -> each.startsWith("\t"));
  }

  @Test
  void tokensAndCardsAreMaskedInMessagesAndStackTraces() throws Exception {
    LogRecord line =
        new LogRecord(Level.SEVERE, "failed on {\"clientToken\":\"TOKEN-OF-MEWS\",\"x\":1}");
    line.setThrown(new IllegalStateException("card 4111 1111 1111 1111, connectionToken=CONN-77"));
    for (String text : new String[] {LogLines.human().format(line), LogLines.json().format(line)}) {
      assertThat(text).contains("masked:").contains("IllegalStateException");
      assertThat(text).doesNotContain("TOKEN-OF-MEWS", "4111 1111 1111 1111", "CONN-77");
    }
  }

  @Test
  void theRequestOfTheThreadIsNamed() throws Exception {
    MDC.put(RequestInLog.KEY, "r-7");
    LogRecord line = new LogRecord(Level.WARNING, "odd");
    assertThat(LogLines.human().format(line)).contains(" [r-7] odd");
    JsonNode json = read(LogLines.json().format(line));
    assertThat(json.get("requestId").textValue()).isEqualTo("r-7");
    assertThat(json.get("level").textValue()).isEqualTo("WARNING");
    assertThat(json.get("at").textValue()).endsWith("Z");
  }

  private static JsonNode read(String line) throws Exception {
    return new ObjectMapper().readTree(line);
  }
}
