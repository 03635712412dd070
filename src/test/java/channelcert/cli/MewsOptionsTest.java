package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MewsOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8190, ' --mews-port 8190'",
    "http://localhost, ' --mews-port 80'",
    "https://tunnel.example/x, ' --mews-port PORT --mews-url https://tunnel.example/x (PORT: where"
        + " that address leads to)'"
  })
  void aRunListensWhereTheChannelManagerCalls(URI mews, String options) {
    assertThat(MewsOptions.listeningAt(mews)).isEqualTo(options);
  }
}
