package channelcert.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Djury.write=true} the page is written anew. */
final class JuryPageTest {
  private static final Path PAGE = Path.of("docs/jury.md");

  @Test
  void thePageSaysWhatTheJuryIsTriedBy() throws IOException {
    if (Boolean.getBoolean("jury.write")) {
      Files.writeString(PAGE, JuryPage.text());
    }

    assertThat(PAGE).content().isEqualTo(JuryPage.text());
  }
}
