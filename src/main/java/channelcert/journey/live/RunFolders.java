package channelcert.journey.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the report and the evidence of each run lie: the same folder that {@code certify} writes,
 * for {@code certify --judge}.
 *
 * @param root folder of all of them
 */
public record RunFolders(Path root) {
  private static final Pattern SHOWN =
      Pattern.compile("(?:report|junit)\\.(?:html|json|xml)|evidence/[\\w-]{1,80}(?:\\.\\w{1,8})?");

  Path of(String caseId, int number) {
    return root.resolve(caseId).resolve("run-" + number);
  }

  /**
   * A file of a run.
   *
   * @param name below its folder
   * @return empty when there is none, or none that is shown
   */
  public Optional<byte[]> file(String caseId, int number, String name) throws IOException {
    if (!SHOWN.matcher(name).matches()) {
      return Optional.empty();
    }
    Path file = of(caseId, number).resolve(name);
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }
}
