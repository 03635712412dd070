package channelcert.certification.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void areChosenOnceAndReadByTheirOwnerAlone() throws Exception {
    Path file = folder.resolve("data/keys.json");
    SigningKeys first = SigningKeys.keptIn(file, new SecureRandom());
    SigningKeys again = SigningKeys.keptIn(file, new SecureRandom());
    assertThat(again.published()).isEqualTo(first.published()).doesNotContain("\"d\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("data").toFile().list()).containsExactly("keys.json");
    PublicKeys published = PublicKeys.parse(again.published()).orElseThrow();
    assertThat(published.verify(Sort.FILE, first.sign(Sort.FILE, CONTENT)).content())
        .isEqualTo("{}");
  }

  @Test
  void aBrokenFileOfKeysIsToldAndKept() throws Exception {
    Path file = Files.writeString(folder.resolve("keys.json"), "{\"keys\":[]}");
    assertThatThrownBy(() -> SigningKeys.keptIn(file, new SecureRandom()))
        .isInstanceOf(UnusableKeys.class)
        .hasMessageContaining("move it away");
    assertThat(file).content().isEqualTo("{\"keys\":[]}");
  }
}
