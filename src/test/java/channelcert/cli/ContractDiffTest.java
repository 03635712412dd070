package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders and revisions are compared; who depends on a change is named. */
class ContractDiffTest {
  private static final Path RELEASED = Path.of("api-spec/released/1.0.0");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void namesWhatDependsOnAFieldThatIsGone() throws IOException {
    copy();
    Path spec = folder.resolve("channel-manager-operations.yaml");
    String text = Files.readString(spec);
    Files.writeString(spec, text.replace("required: [availabilities]", "required: []"));

    Shell shell = Shell.run("contract-diff", RELEASED.toString(), folder.toString());

    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.out())
        .contains("required: availabilities is gone")
        .contains("operations: updateAvailability")
        .contains("interactions of pact/mews-channel-manager.json: availability of several")
        .contains("INV-1, INV-6")
        .endsWith("1 breaking, 0 additive, 0 editorial\n");
  }

  @Test
  void readsRevisionsOfGit() {
    assumeTrue(Files.exists(Path.of(".git")), "these sources are no clone");
    Shell same = Shell.run("contract-diff", "HEAD:" + RELEASED, RELEASED.toString());
    assertThat(same.exitCode()).as(same.err()).isZero();
    assertThat(same.out()).isEqualTo("0 breaking, 0 additive, 0 editorial\n");

    Shell wrong = Shell.run("contract-diff", "no-such-revision:api-spec", RELEASED.toString());
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("git knows no revision");
  }

  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(RELEASED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(RELEASED.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
