package channelcert.certification.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.certification.sign.NotAuthentic;
import channelcert.certification.sign.SigningKeys;
import channelcert.certification.sign.Sort;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileVerifierTest {
  private static final SigningKeys KEYS = SigningKeys.choose(new SecureRandom());
  private static final CertificationFile FILE = SampleFile.usual();
  private static final String SIGNED = KEYS.sign(Sort.FILE, FILE.json());

  @Test
  void saysWhatTheFileAttests() throws Exception {
    FileVerifier.Found found = FileVerifier.of(SIGNED, KEYS.publicKeys()).itself();
    assertThat(found.differences()).isEmpty();
    assertThat(found.attests()).contains("File: run-4711", "Application: Acme Channel Manager");
  }

  @Test
  void everyFormIsComparedWithWhatWasSigned() throws Exception {
    FileVerifier verifier = FileVerifier.of(SIGNED, KEYS.publicKeys());
    byte[] page = FilePage.of(FILE).getBytes(StandardCharsets.UTF_8);
    assertThat(verifier.compare("a.json", FILE.json()).differences()).isEmpty();
    assertThat(verifier.compare("a.html", page).differences()).isEmpty();
    assertThat(verifier.compare("a.xlsx", FileWorkbook.of(FILE)).differences()).isEmpty();
    page[page.length / 2] ^= 1;
    assertThat(verifier.compare("a.html", page).differences())
        .containsExactly("it differs from what was signed from byte " + page.length / 2 + " on");
    FileVerifier.Found returned =
        verifier.compare("a.xlsx", FileWorkbook.of(FILE.with(Map.of("partner-id", "INT123456"))));
    assertThat(returned.differences()).isEmpty();
    assertThat(returned.attests())
        .anyMatch(line -> line.startsWith("Filled in by the partner, not signed: Certification!B"));
  }

  /** Every byte of the signed form, each changed in one bit. */
  @Test
  void oneChangedByteIsFound() {
    byte[] signed = SIGNED.getBytes(StandardCharsets.US_ASCII);
    Random random = new Random(11);
    for (int at = 0; at < signed.length; at += 1 + random.nextInt(200)) {
      byte[] changed = signed.clone();
      changed[at] ^= (byte) (1 << random.nextInt(7));
      assertThatThrownBy(
              () ->
                  FileVerifier.of(
                      new String(changed, StandardCharsets.US_ASCII), KEYS.publicKeys()))
          .as("byte " + at)
          .isInstanceOf(NotAuthentic.class);
    }
    for (int last = signed.length - 90; last < signed.length; last++) {
      for (int bit = 0; bit < 7; bit++) {
        byte[] changed = signed.clone();
        changed[last] ^= (byte) (1 << bit);
        assertThatThrownBy(
                () ->
                    FileVerifier.of(
                        new String(changed, StandardCharsets.US_ASCII), KEYS.publicKeys()))
            .isInstanceOf(NotAuthentic.class);
      }
    }
  }

  @Test
  void anotherKeyAnotherSortAndNothingSignedAreRefused() {
    SigningKeys others = SigningKeys.choose(new SecureRandom());
    assertThatThrownBy(() -> FileVerifier.of(SIGNED, others.publicKeys()))
        .isInstanceOf(NotAuthentic.class)
        .hasMessageContaining("which is not among those given");
    String certificate = KEYS.sign(Sort.CERTIFICATE, FILE.json());
    assertThatThrownBy(() -> FileVerifier.of(certificate, KEYS.publicKeys()))
        .isInstanceOf(NotAuthentic.class);
    for (String none : new String[] {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."}) {
      assertThatThrownBy(() -> FileVerifier.of(none, KEYS.publicKeys()))
          .isInstanceOf(NotAuthentic.class);
    }
  }

  @Test
  void aHostilePageIsOnlyText() {
    assertThat(FilePage.of(SampleFile.hostile()))
        .doesNotContain("<script", "<img", "\u001b", "\u202e")
        .contains("&lt;script&gt;")
        .contains("default-src &#39;none&#39;");
  }
}
