package channelcert.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a Chromium: the one that is named by CHANNELCERT_BROWSER, an installed one, or the one that
 * an npm package ships.
 */
final class BrowserBinary {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final String PACKAGE = "@sparticuz/chromium@149.0.0";
  private static final Path FOLDER = Path.of("target", "browser");

  private BrowserBinary() {}

  static Optional<Path> find() {
    String named = System.getenv("CHANNELCERT_BROWSER");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return installed().or(BrowserBinary::fromNpm);
  }

  private static Optional<Path> installed() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(java.io.File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The package unpacks its binary into a temporary folder and tells where that is. */
  private static Optional<Path> fromNpm() {
    try {
      Files.createDirectories(FOLDER);
      Optional<String> installed =
          run(List.of("npm", "install", "--silent", "--no-audit", "--no-fund", PACKAGE));
      return installed
          .flatMap(
              done ->
                  run(
                      List.of(
                          "node",
                          "--input-type=module",
                          "-e",
                          "import c from '@sparticuz/chromium'; console.log(await"
                              + " c.executablePath())")))
          .map(output -> Path.of(output.strip()))
          .filter(Files::isExecutable);
    } catch (IOException unusable) {
      return Optional.empty();
    }
  }

  private static Optional<String> run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0
          ? Optional.of(output)
          : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
