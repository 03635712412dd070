package channelcert.cli;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the tests without running them. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "The 25 tests: code, id, requirement, title.")
final class ListCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    for (CertificationTest row : Catalogue.rows()) {
      spec.commandLine()
          .getOut()
          .printf(
              "%-7s %-38s %-9s %s%n",
              row.code(), row.id(), row.requirement().name().toLowerCase(Locale.ROOT), row.title());
    }
    return ExitCode.PASSED;
  }
}
