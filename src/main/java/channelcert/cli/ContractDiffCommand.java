package channelcert.cli;

import channelcert.pact.Dependents;
import channelcert.pact.SpecDiff;
import channelcert.pact.SpecDiff.Change;
import channelcert.pact.SpecDiff.Weight;
import channelcert.pact.SpecFolder;
import channelcert.pact.WrongPact;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two states of the specs and tells whom a change touches. */
@Command(
    name = "contract-diff",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two spec files or folders: each change is breaking, additive or editorial, with the"
          + " operations, interactions and certification rows that it touches.",
      "Exit codes: 0 nothing breaks; 1 something does; 2 wrong usage."
    })
final class ContractDiffCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "File or folder before the change.")
  @SuppressWarnings("NullAway.Init")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "File or folder after it.")
  @SuppressWarnings("NullAway.Init")
  private Path after;

  @Override
  public Integer call() {
    try {
      SpecFolder old = SpecFolder.read(before);
      SpecFolder now = SpecFolder.read(after);
      Dependents dependents = new Dependents(old);
      List<Change> changes = SpecDiff.between(old.documents(), now.documents());
      for (Weight weight : Weight.values()) {
        changes.stream()
            .filter(each -> each.weight() == weight)
            .forEach(each -> tell(each, dependents));
      }
      out().println(counts(changes));
      out().flush();
      boolean breaks = changes.stream().anyMatch(each -> each.weight() == Weight.BREAKING);
      return breaks ? ExitCode.FAILED : ExitCode.PASSED;
    } catch (WrongPact e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  private void tell(Change change, Dependents dependents) {
    out().println(change.weight() + "  " + change.place() + ": " + change.what());
    if (change.weight() == Weight.EDITORIAL) {
      return;
    }
    dependents.of(change).lines().forEach(line -> out().println("    " + line));
  }

  private static String counts(List<Change> changes) {
    StringBuilder text = new StringBuilder();
    for (Weight weight : Weight.values()) {
      long count = changes.stream().filter(each -> each.weight() == weight).count();
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ');
      text.append(weight.name().toLowerCase(java.util.Locale.ROOT));
    }
    return text.toString();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
