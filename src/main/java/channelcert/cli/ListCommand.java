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
    description = "The 25 tests and the supplementary checks: code, id, requirement, title.")
final class ListCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    Catalogue.rows().forEach(row -> print(row, row.requirement().name()));
    Catalogue.supplementary().forEach(row -> print(row, "further"));
    return ExitCode.PASSED;
  }

  private void print(CertificationTest row, String requirement) {
    spec.commandLine()
        .getOut()
        .printf(
            "%-7s %-38s %-9s %s%n",
            row.code(), row.id(), requirement.toLowerCase(Locale.ROOT), row.title());
  }
}
