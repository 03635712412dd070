package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CurlTest {
  private static final String BODY =
      "{\"clientToken\":\"masked:0a1b2c3d\",\"connectionToken\" :"
          + " \"masked:ffffffff\",\"name\":\"%s\"}";

  @TempDir Path folder;

  @Test
  void sendsTheBodyWithTokensFromTheShell() throws Exception {
    String body = BODY.formatted("O'Neil $HOME `id` \\\\ \\\"x\\\"");

    assertThat(sent(exchange(body)))
        .isEqualTo(
            body.replace("masked:0a1b2c3d", "CLIENT").replace("masked:ffffffff", "CONNECTION"));
  }

  @Test
  void takesALongBodyFromTheEvidenceFolder() throws Exception {
    String body = BODY.formatted("x".repeat(5_000));
    Files.createDirectories(folder.resolve("evidence"));
    Files.writeString(folder.resolve("evidence/e-0007-request.json"), body);

    assertThat(Curl.of(exchange(body)).orElseThrow()).doesNotContain("xxx");
    assertThat(sent(exchange(body)))
        .isEqualTo(
            body.replace("masked:0a1b2c3d", "CLIENT").replace("masked:ffffffff", "CONNECTION"));
  }

  @Test
  void isNotOfferedForWhatWasNoCall() {
    Exchange look =
        new Exchange(
            "e-0001",
            Direction.MEWS_STATE,
            "bookings",
            "GET",
            URI.create("mews:state"),
            Instant.EPOCH,
            Duration.ZERO,
            Body.EMPTY,
            0,
            null,
            Body.EMPTY,
            null);

    assertThat(Curl.of(look)).isEmpty();
  }

  /** What the shell hands to curl, which is a function that copies its input here. */
  private String sent(Exchange exchange) throws IOException, InterruptedException {
    Path script = folder.resolve("repeat.sh");
    Files.writeString(
        script,
        "curl() { printf '%s\\n' \"$@\" >arguments; cat >sent; }\n"
            + "CLIENT_TOKEN=CLIENT CONNECTION_TOKEN=CONNECTION\n"
            + Curl.of(exchange).orElseThrow()
            + "\n",
        StandardCharsets.UTF_8);
    Process shell =
        new ProcessBuilder("sh", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(shell.waitFor()).isZero();
    assertThat(Files.readAllLines(folder.resolve("arguments")))
        .contains("https://chm.example/o'clock?a=1&b=2", "Content-Type: application/json");
    return Files.readString(folder.resolve("sent")).strip();
  }

  private static Exchange exchange(String body) {
    return new Exchange(
        "e-0007",
        Direction.MEWS_TO_CANDIDATE,
        "updatePrices",
        "POST",
        URI.create("https://chm.example/o'clock?a=1&b=2"),
        Instant.EPOCH,
        Duration.ofMillis(12),
        Body.of(body),
        200,
        "application/json",
        Body.of("{}"),
        null);
  }
}
