package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.report.SampleRun;
import channelcert.certification.sign.SigningKeys;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifying what was signed, as somebody would who got the files by mail. */
class VerifyCommandsTest {
  private static final String NAME = CertificationFiles.NAME;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @BeforeEach
  void filesOfARun() throws IOException {
    SigningKeys keys = CertificationFiles.keys(folder.resolve("data"));
    for (Map.Entry<String, byte[]> each :
        CertificationFiles.of(SampleRun.result(), null, SampleRun.exchanges(), keys).entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".jws", ".json", ".html", ".xlsx"})
  void everyFormIsAuthentic(String ending) {
    Shell shell = Shell.run("verify-file", file(NAME + ending));
    assertThat(shell.err()).isEmpty();
    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out()).contains("Application: Acme Channel Manager", "AUTHENTIC: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {".jws", ".json", ".html"})
  void oneChangedByteIsFound(String ending) throws IOException {
    Path changed = folder.resolve(NAME + ending);
    byte[] content = Files.readAllBytes(changed);
    content[content.length / 2] ^= 1;
    Files.write(changed, content);
    assertOneLine(Shell.run("verify-file", changed.toString()), 1, "not authentic");
  }

  @Test
  void keysOfSomebodyElseProveNothing() throws IOException {
    Path others = folder.resolve("others.json");
    Files.writeString(others, SigningKeys.choose(new SecureRandom()).published());
    assertOneLine(
        Shell.run("verify-file", file(NAME + ".jws"), "--key", others.toString()),
        1,
        "which is not among those given");
  }

  @Test
  void whatCannotBeReadIsToldInOneLine() throws IOException {
    assertOneLine(Shell.run("verify-file", file("none.jws")), 2, "there is no file");
    Path alone = Files.writeString(folder.resolve("alone.html"), "hello");
    assertOneLine(Shell.run("verify-file", alone.toString()), 2, "name it with --signed");
    Path text = Files.writeString(folder.resolve(NAME + ".txt"), "hello");
    assertOneLine(Shell.run("verify-file", text.toString()), 2, "neither .jws nor .json");
    Path broken = Files.writeString(folder.resolve(NAME + ".xlsx"), "hello");
    assertOneLine(Shell.run("verify-file", broken.toString()), 2, "no XLSX workbook");
    try (RandomAccessFile huge = new RandomAccessFile(broken.toFile(), "rw")) {
      huge.setLength(100L << 20);
    }
    assertOneLine(Shell.run("verify-file", broken.toString()), 2, "has 100 MB, at most 8");
    assertOneLine(
        Shell.run("verify-file", file(NAME + ".jws"), "--key", text.toString()),
        2,
        "holds no keys");
  }

  @Test
  void aFileIsNoCertificateAndNoArchive() {
    assertOneLine(
        Shell.run("verify-certificate", file(NAME + ".jws")), 1, "no channelcert-certificate");
    assertOneLine(Shell.run("verify-export", file(NAME + ".json")), 2, "is no archive of a case");
  }

  private static void assertOneLine(Shell shell, int exitCode, String words) {
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.err()).contains(words);
    assertThat(shell.exitCode()).isEqualTo(exitCode);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
