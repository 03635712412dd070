package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A channel manager without driver is certified by a person at the terminal: the real process with
 * its standard input and output, and somebody who does what the instructions say.
 */
class AttendedRunTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Started channelManager;

  @SuppressWarnings("NullAway.Init")
  private ReferenceExtranet extranet;

  private int mewsPort;

  @BeforeEach
  void serveAChannelManagerWithoutDriver() throws IOException {
    mewsPort = Ports.free();
    int port = Ports.free();
    channelManager =
        Started.command(
            folder.resolve("serve.log"),
            "serve",
            "channel-manager",
            "--port",
            Integer.toString(port),
            "--mews-url",
            "http://127.0.0.1:" + mewsPort,
            "--data",
            folder.resolve("data").toString(),
            "--candidate-out",
            folder.resolve("candidate.yaml").toString());
    channelManager.awaitText("Stop with Ctrl+C");
    extranet =
        new ReferenceExtranet(
            URI.create("http://127.0.0.1:" + port + "/driver"),
            Secrets.read(folder.resolve("data/channel-manager.tokens")).getProperty("clientToken"));
    String file = Files.readString(folder.resolve("candidate.yaml"));
    Files.writeString(
        folder.resolve("candidate.yaml"),
        file.replaceFirst("driver:\n  url: .*\n", "")
            .replace("readBack: \"driver\"", "readBack: challenge"));
  }

  @AfterEach
  void stop() {
    extranet.close();
    channelManager.close();
  }

  @Test
  void everyRowPassesWhenThePersonDoesWhatTheInstructionsSay() throws Exception {
    try (TerminalSession certify = certify()) {
      int exitCode = certify.attend(new Human(extranet), 240);
      assertThat(exitCode).as(certify.printed()).isZero();
      assertThat(tests()).hasSize(25);
      assertThat(tests())
          .allSatisfy(test -> assertThat(test.get("verdict").textValue()).isEqualTo("PASSED"));
      assertThat(certify.printed()).contains("waits as well", "the run goes on");
      assertThat(expectation("INV-1", "read-back").get("actual").textValue())
          .contains("typed by a person from the extranet");
      assertThat(expectation("RES-7", "ordered").get("verdict").textValue()).isEqualTo("PASSED");
    }
  }

  @Test
  void wrongAnswersFailAndWhatCannotBeDoneStaysOpen() throws Exception {
    Human mistaken =
        new Human(extranet) {
          private boolean wrong;

          @Override
          String value(String asked) {
            String right = super.value(asked);
            if (asked.startsWith("availability") && !wrong) {
              wrong = true;
              return Integer.toString(Integer.parseInt(right) + 1);
            }
            return right;
          }

          @Override
          String amount(String ordered) {
            return "1" + ordered;
          }

          @Override
          java.util.Optional<String> act(String code, String title, String text) {
            return title.startsWith("Switch the connection off")
                ? java.util.Optional.of("cannot our extranet has no such switch")
                : super.act(code, title, text);
          }
        };
    try (TerminalSession certify = certify("--only", "INV-1", "RES-1", "ERR-5")) {
      int exitCode = certify.attend(mistaken, 120);
      assertThat(exitCode).as(certify.printed()).isEqualTo(1);
      JsonNode typed = expectation("INV-1", "read-back");
      assertThat(typed.get("verdict").textValue()).isEqualTo("FAILED");
      assertThat(typed.get("actual").textValue()).contains("1 of ", " = ");
      assertThat(expectation("RES-1", "ordered").get("verdict").textValue()).isEqualTo("FAILED");
      JsonNode refused = expectation("ERR-5", "prices-refused");
      assertThat(refused.get("verdict").textValue()).isEqualTo("INCONCLUSIVE");
      assertThat(refused.get("hint").textValue()).contains("our extranet has no such switch");
    }
  }

  private TerminalSession certify(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "certify",
                "--candidate",
                folder.resolve("candidate.yaml").toString(),
                "--mews-port",
                Integer.toString(mewsPort),
                "--out",
                folder.resolve("report").toString(),
                "--attend",
                "terminal",
                "--seed",
                "5"));
    arguments.addAll(Arrays.asList(more));
    return TerminalSession.start(arguments.toArray(String[]::new));
  }

  private JsonNode tests() throws IOException {
    return ReferenceExtranet.MAPPER
        .readTree(Files.readString(folder.resolve("report/report.json")))
        .get("tests");
  }

  private JsonNode expectation(String code, String id) throws IOException {
    return tests()
        .valueStream()
        .filter(test -> test.get("code").textValue().equals(code))
        .flatMap(test -> test.get("expectations").valueStream())
        .filter(each -> each.get("id").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
