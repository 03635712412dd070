package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be entered at Mews is printed by a channel manager that starts, and it holds. */
class PrintedAddressesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void theFourAddressesAndTheDriverAnswerAndTheTokenIsMasked() throws Exception {
    try (Started serve = serve()) {
      for (String operation :
          List.of("updateAvailability", "updatePrices", "updateRestrictions", "confirmGroup")) {
        URI address = address(serve, operation);
        assertThat(address.getPath()).isEqualTo("/" + operation);
        assertThat(post(address, "none").body()).contains("\"success\":false");
      }
      Path tokens = folder.resolve("data").resolve("channel-manager.tokens");
      String token = String.valueOf(Secrets.read(tokens).getProperty("clientToken"));
      URI driver = address(serve, "driver");
      assertThat(post(URI.create(driver + "/enterMaintenance"), token).statusCode()).isEqualTo(204);
      assertThat(post(URI.create(driver + "/enterMaintenance"), "other").statusCode())
          .isEqualTo(401);
      assertThat(serve.printed())
          .contains("client token        masked:", "in " + tokens)
          .doesNotContain(token);
    }
  }

  @Test
  void aTokenThatWasGivenIsMaskedAsWellAndAddressesBehindAProxyAreItsOwn() throws Exception {
    try (Started serve =
        serve(
            "--client-token",
            "A-TOKEN-OF-MY-OWN",
            "--mews-client-token",
            "ANOTHER-TOKEN",
            "--channel-manager-url",
            "https://cm.example")) {
      assertThat(serve.printed())
          .contains("masked:", "the one of --client-token")
          .contains("updatePrices        https://cm.example/updatePrices")
          .contains("driver https://cm.example/driver")
          .doesNotContain("A-TOKEN-OF-MY-OWN", "ANOTHER-TOKEN");
    }
  }

  private Started serve(String... more) throws Exception {
    String[] fixed = {
      "serve",
      "channel-manager",
      "--port",
      "0",
      "--management-port",
      "0",
      "--data",
      folder.resolve("data").toString()
    };
    Started started =
        Started.command(
            folder.resolve("serve.log"),
            Stream.of(fixed, more).flatMap(Arrays::stream).toArray(String[]::new));
    started.awaitText("Stop with Ctrl+C");
    return started;
  }

  private static URI address(Started serve, String name) {
    Matcher line =
        Pattern.compile("(?m)^ +" + name + " +(http://[^\\s,]+)").matcher(serve.printed());
    assertThat(line.find()).as(serve.printed()).isTrue();
    return URI.create(line.group(1));
  }

  private static HttpResponse<String> post(URI address, String token) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString("{}"))
            .build(),
        BodyHandlers.ofString());
  }
}
