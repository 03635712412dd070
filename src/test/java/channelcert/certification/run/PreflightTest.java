package channelcert.certification.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.Capabilities;
import channelcert.certification.candidate.ReadBack;
import channelcert.certification.verdict.PriceSide;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightTest {
  @Test
  void anAddressThatAcceptsConnectionsIsReachable() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThatCode(() -> Preflight.check(candidate(server.getLocalPort())))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aCandidateThatIsDownIsNamedInOneLineAndSoon() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    long start = System.nanoTime();
    assertThatThrownBy(() -> Preflight.check(candidate(port)))
        .isInstanceOf(PreflightFailed.class)
        .message()
        .contains("endpoints.updatePrices", "127.0.0.1:" + port)
        .hasLineCount(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  private static Candidate candidate(int port) {
    return new Candidate(
        "Acme",
        "a",
        "b",
        null,
        Map.of("updatePrices", URI.create("http://127.0.0.1:" + port + "/updatePrices")),
        new Capabilities(
            EnumSet.allOf(PriceSide.class), false, false, false, false, 5000, 365, null),
        null,
        ReadBack.ATTEST,
        List.of());
  }
}
