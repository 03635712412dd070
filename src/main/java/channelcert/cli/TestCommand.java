package channelcert.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands in the list of commands; the script {@code channelcert} does it, since it needs Maven. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs every test of Channelcert itself, by Maven.")
final class TestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "OPTION", description = "Options of Maven.")
  private List<String> options = new ArrayList<>();

  @Override
  public Integer call() {
    throw UserError.usage(
        "tests are run by the script: ./channelcert test " + String.join(" ", options));
  }
}
