package channelcert.cli;

import channelcert.store.FileTrouble;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The program: its commands, and what becomes of their errors. */
@Command(
    name = "channelcert",
    version = "Channelcert 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The Mews channel manager certification as software.",
    subcommands = {
      CertifyCommand.class,
      CompareCommand.class,
      DoctorCommand.class,
      InitCommand.class,
      ServeCommand.class,
      TriggerCommand.class,
      ListCommand.class,
      VerifyCommand.class,
      ContractDiffCommand.class,
      BenchCommand.class,
      FaultProxyCommand.class,
      VerifyFileCommand.class,
      VerifyCertificateCommand.class,
      VerifyExportCommand.class,
      TestCommand.class,
      picocli.AutoComplete.GenerateCompletion.class
    },
    footer = {
      "",
      "Options can also be set as CHANNELCERT_<OPTION> in the environment, for example"
          + " CHANNELCERT_MEWS_PORT=8090, or as <option>=value in a file channelcert.properties in"
          + " the current folder.",
      "",
      "Exit codes: 0 every required test passed; 1 a required test failed; 2 wrong usage or"
          + " configuration; 3 candidate not reachable; 4 not proven; 130 interrupted."
    })
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Logging.quiet();
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    CommandLine line;
    try {
      line = commandLine();
    } catch (UserError unusable) {
      System.err.println("channelcert: " + oneLine(unusable));
      return unusable.exitCode();
    }
    return line.execute(arguments);
  }

  static CommandLine commandLine() {
    return commandLine(new SettingSources(System.getenv(), SettingSources.file()));
  }

  static CommandLine commandLine(SettingSources sources) {
    CommandLine line = new CommandLine(new Main());
    line.setDefaultValueProvider(sources);
    line.getCommandSpec().addOption(PrintedConfig.option());
    line.setExecutionStrategy(new PrintedConfig(sources));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(URI.class, new WebAddress());
    line.registerConverter(LocalDate.class, new Day());
    line.setParameterExceptionHandler((e, arguments) -> wrongUsage(e, arguments, sources));
    line.setExecutionExceptionHandler(Main::failed);
    return line;
  }

  private static int wrongUsage(
      CommandLine.ParameterException e, String[] arguments, SettingSources sources) {
    PrintWriter err = e.getCommandLine().getErr();
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    err.println(
        "channelcert: "
            + oneLine(e)
            + origin(e, arguments, sources)
            + meant(e)
            + "; see `"
            + command
            + " --help`");
    return ExitCode.USAGE;
  }

  /** Where a wrong value stands that is not on the command line. */
  private static String origin(
      CommandLine.ParameterException e, String[] arguments, SettingSources sources) {
    if (!(e.getArgSpec() instanceof OptionSpec option)) {
      return "";
    }
    boolean given =
        Arrays.stream(arguments)
            .map(each -> each.replaceFirst("=.*", ""))
            .anyMatch(each -> Arrays.asList(option.names()).contains(each));
    String origin = sources.origin(option);
    return given || origin.equals(SettingSources.DEFAULT) ? "" : " (set in " + origin + ")";
  }

  private static String meant(CommandLine.ParameterException e) {
    List<String> near =
        e instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?";
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    if (e instanceof UserError error) {
      line.getErr().println("channelcert: " + oneLine(error));
      return error.exitCode();
    }
    FileSystemException trouble = fileTrouble(e);
    if (trouble != null) {
      line.getErr()
          .println("channelcert: " + trouble.getFile() + ": " + FileTrouble.words(trouble));
      return ExitCode.USAGE;
    }
    line.getErr().println("channelcert: our own fault, please report it: " + e);
    e.printStackTrace(line.getErr());
    return ExitCode.NOT_PROVEN;
  }

  /** A file or folder that somebody named and that cannot be used. */
  private static @Nullable FileSystemException fileTrouble(Exception e) {
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    return cause instanceof FileSystemException trouble && trouble.getFile() != null
        ? trouble
        : null;
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
