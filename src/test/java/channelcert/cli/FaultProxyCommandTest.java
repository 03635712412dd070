package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layer of faults as a command, between two other processes. */
final class FaultProxyCommandTest {
  @TempDir Path folder;

  @Test
  void listsEachFaultWithTheTestThatFindsIt() {
    Shell shell = Shell.run("fault-proxy", "--list");
    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out().lines())
        .hasSizeGreaterThan(80)
        .anyMatch(line -> line.matches("group-split +RES-7 +All spaces of a booking.*"));
  }

  @Test
  void makesAStrangerWrongInOneWay() throws Exception {
    int mews = Ports.free();
    int mewsGate = Ports.free();
    int candidateGate = Ports.free();
    try (Started side = serve(mewsGate);
        Started proxy = proxy(candidateGate, mewsGate, mews, "unmapped-category-with-old-code")) {
      assertThat(side.running()).isTrue();
      assertThat(proxy.printed()).contains("found by ERR-3", "Code 4 was replaced by 10.");
      assertThat(Files.readString(folder.resolve("faulty.yaml")))
          .contains("http://127.0.0.1:" + candidateGate + "/updateAvailability");
      try (Started certify = certify(mews)) {
        assertThat(certify.exitCode(Duration.ofMinutes(2))).as(certify.printed()).isEqualTo(1);
        assertThat(certify.printed())
            .contains("Codes 4 and 5 were replaced by 10 and 9 in August 2022.")
            .contains("Guidelines, Responses");
      }
    }
  }

  private Started serve(int mewsGate) throws IOException {
    Started side =
        Started.command(
            folder.resolve("serve.log"),
            "serve",
            "channel-manager",
            "--port",
            "0",
            "--mews-url",
            "http://127.0.0.1:" + mewsGate,
            "--data",
            folder.resolve("data").toString(),
            "--candidate-out",
            folder.resolve("candidate.yaml").toString());
    side.awaitText("Stop with Ctrl+C");
    return side;
  }

  private Started proxy(int candidateGate, int mewsGate, int mews, String fault)
      throws IOException {
    Started proxy =
        Started.command(
            folder.resolve("proxy.log"),
            "fault-proxy",
            "--fault",
            fault,
            "--candidate",
            folder.resolve("candidate.yaml").toString(),
            "--candidate-out",
            folder.resolve("faulty.yaml").toString(),
            "--port",
            Integer.toString(candidateGate),
            "--mews-port",
            Integer.toString(mewsGate),
            "--mews-url",
            "http://127.0.0.1:" + mews);
    proxy.awaitText("Stop with Ctrl+C");
    return proxy;
  }

  private Started certify(int mews) throws IOException {
    return Started.command(
        folder.resolve("certify.log"),
        "certify",
        "--candidate",
        folder.resolve("faulty.yaml").toString(),
        "--mews-port",
        Integer.toString(mews),
        "--only",
        "ERR-3",
        "--out",
        folder.resolve("report").toString());
  }
}
