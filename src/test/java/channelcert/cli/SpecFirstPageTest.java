package channelcert.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows docs/spec-first.md. Always: the patches apply one after the other, and the commands
 * exist. With {@code -Dchannelcert.specfirst=full}: every block, in a clone of what is committed,
 * which takes some minutes.
 */
class SpecFirstPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(diff|sh)\\n(.*?)^```$");
  private static final Pattern FILE = Pattern.compile("(?m)^--- a/(\\S+)$");
  private static final Pattern COMMAND = Pattern.compile("\\./channelcert ([a-z-]+)");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  /** A fenced block of the page. */
  private record Block(String kind, String text) {}

  @Test
  void thePatchesApplyAndTheCommandsExist() throws Exception {
    run(List.of("git", "init", "-q"), "");
    Set<String> names = new TreeSet<>(Main.commandLine().getSubcommands().keySet());

    int patches = 0;
    int commands = 0;
    for (Block block : blocks()) {
      if (block.kind().equals("diff")) {
        copyFilesOf(block.text());
        run(List.of("git", "apply", "-"), block.text());
        patches++;
      } else {
        Matcher command = COMMAND.matcher(block.text());
        while (command.find()) {
          assertThat(names).contains(command.group(1));
          commands++;
        }
        run(List.of("sh", "-n", "-c", block.text()), "");
      }
    }
    assertThat(patches).isEqualTo(4);
    assertThat(commands).isGreaterThanOrEqualTo(4);
    assertThat(Files.readString(folder.resolve("api-spec/channel-manager-operations.yaml")))
        .contains("Why availability is sent");
  }

  @Test
  void everyStepDoesWhatThePageSays() throws Exception {
    assumeTrue(
        "full".equals(System.getProperty("channelcert.specfirst")),
        "takes minutes; run with -Dchannelcert.specfirst=full");
    run(List.of("git", "clone", "-q", Path.of("").toAbsolutePath().toString(), "."), "");
    for (Block block : blocks()) {
      if (block.kind().equals("diff")) {
        run(List.of("git", "apply", "-"), block.text());
      } else {
        run(List.of("sh", "-e", "-c", block.text()), "");
      }
    }
  }

  /** As they are here; a patch that makes a file finds none. */
  private void copyFilesOf(String patch) throws IOException {
    Matcher file = FILE.matcher(patch);
    while (file.find()) {
      Path copy = folder.resolve(file.group(1));
      if (!Files.exists(copy)) {
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of(file.group(1)), copy);
      }
    }
  }

  private void run(List<String> command, String input) throws Exception {
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(UTF_8));
    }
    boolean ended = process.waitFor(15, TimeUnit.MINUTES);
    String said = Files.readString(log);
    assertThat(ended && process.exitValue() == 0)
        .as("%s\n%s\n%s", command, input, said.substring(Math.max(0, said.length() - 4000)))
        .isTrue();
    Files.delete(log);
  }

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("docs/spec-first.md")));
    while (block.find()) {
      blocks.add(new Block(block.group(1), block.group(2)));
    }
    return blocks;
  }
}
