package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.pact.Interaction;
import channelcert.pact.Outcome;
import channelcert.pact.PactFile;
import channelcert.pact.Stub;
import channelcert.pact.Verified;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The stand-ins are verified as a stranger would be; what is wrong is told with its exit code. */
class VerifyCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aStandInHonoursThePactThatItAnswersFrom() throws IOException {
    for (String side : new String[] {"mews", "channel-manager"}) {
      try (Stub stub = Stub.start(PactFile.shipped(side), "127.0.0.1", 0)) {
        assertThat(run("verify", side, "--url", stub.url().toString(), "--out", folder.toString()))
            .as(out.toString())
            .isEqualTo(ExitCode.PASSED);
      }
    }
    assertThat(Files.readString(folder.resolve("verification.json"))).contains("\"broken\" : 0");
    assertThat(Files.readString(folder.resolve("junit.xml"))).contains("failures=\"0\"");
  }

  @Test
  void aMappingReachesRequestsAndAnswersAndTokensAreMasked() throws IOException {
    Path mapping = Files.writeString(folder.resolve("map.yaml"), "replace: {ABC: OWN-RATE}");
    try (Stub stub = Stub.start(PactFile.shipped("channel-manager"), "127.0.0.1", 0)) {
      int code =
          run(
              "verify",
              "channel-manager",
              "--url",
              stub.url().toString(),
              "--out",
              folder.toString(),
              "--mapping",
              mapping.toString(),
              "--client-token",
              "very-secret",
              "--only",
              "an unmapped rate is refused by name, in prices");
      assertThat(code).isEqualTo(ExitCode.FAILED);
    }
    try (Stub stub = Stub.start(PactFile.shipped("mews"), "127.0.0.1", 0)) {
      int code =
          run(
              "verify",
              "mews",
              "--url",
              stub.url().toString(),
              "--out",
              folder.toString(),
              "--connection-token",
              "very-secret",
              "--only",
              "its connection are found by e-mail");
      assertThat(code).isEqualTo(ExitCode.FAILED);
    }
    assertThat(out.toString()).contains("BROKEN", "masked:").doesNotContain("very-secret");
    assertThat(Files.readString(folder.resolve("junit.xml"))).doesNotContain("very-secret");
  }

  @Test
  void whatHindersManyInteractionsIsSaidOnce() throws IOException {
    assertThat(run("verify", "mews", "--url", "http://127.0.0.1:1", "--out", folder.toString()))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(out.toString().lines()).hasSize(3);
    assertThat(out.toString()).contains("interactions\n", "no answer from http://127.0.0.1:1\n");
    Interaction any = PactFile.shipped("mews").interactions().getFirst();
    Verified refused =
        new Verified(
            any,
            Outcome.BROKEN,
            List.of("success should be true, not false", "it answered error 3: no such connection"),
            Duration.ZERO);
    assertThat(VerifiedLines.of(List.of(refused, refused, refused)))
        .hasSize(1 + 3 * 3)
        .first()
        .asString()
        .contains("3 interactions fail for one cause", "no such connection", "--connection-token");
  }

  @Test
  void whatIsWrongIsToldInOneLine() throws IOException {
    assertThat(run("verify", "foo")).isEqualTo(ExitCode.USAGE);
    assertThat(run("verify", "mews")).isEqualTo(ExitCode.USAGE);
    Path mapping = Files.writeString(folder.resolve("wrong.yaml"), "replaces: {ABC: X}");
    assertThat(
            run("verify", "mews", "--url", "http://127.0.0.1:1", "--mapping", mapping.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .hasSize(3)
        .last()
        .asString()
        .contains("'replaces' is not known");
    assertThat(run("verify", "mews", "--url", "http://127.0.0.1:1", "--out", folder.toString()))
        .isEqualTo(ExitCode.UNREACHABLE);
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
