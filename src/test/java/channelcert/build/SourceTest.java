package channelcert.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceTest {
  @Test
  void everyFileHasTheFormattersLayout() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", "target/tools/google-java-format.jar", "--dry-run"));
    sources("src").forEach(file -> command.add(file.toString()));
    Process formatter = new ProcessBuilder(command).redirectErrorStream(true).start();
    String changed = new String(formatter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    formatter.waitFor();
    assertThat(changed).as("files that `make format` would change").isEmpty();
  }

  @Test
  void everyPackageSaysWhatItHolds() throws IOException {
    List<Path> folders = sources("src/main/java").map(Path::getParent).distinct().toList();
    assertThat(folders)
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }

  @Test
  void noClassIsLongerThanFourHundredLines() throws IOException {
    assertThat(sources("src/main/java").toList())
        .allSatisfy(file -> assertThat(Files.readAllLines(file).size()).isLessThanOrEqualTo(400));
  }

  private static Stream<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    }
  }
}
