package channelcert.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Tells what the verification of a file has found. */
final class Findings {
  private Findings() {}

  /**
   * Prints it.
   *
   * @param caution what the verification does not prove; ends the good sentence
   * @return the exit code
   */
  static int tell(
      CommandLine line, Path file, List<String> attests, List<String> differences, String caution) {
    attests.forEach(line.getOut()::println);
    if (differences.isEmpty()) {
      line.getOut().println("AUTHENTIC: " + file + " says what was signed" + caution);
      return ExitCode.PASSED;
    }
    differences.forEach(each -> line.getOut().println("CHANGED: " + each));
    line.getErr()
        .println(
            "channelcert: %s is not authentic: %d differences from what was signed"
                .formatted(file, differences.size()));
    return ExitCode.FAILED;
  }
}
