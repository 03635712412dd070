package channelcert.cli;

import channelcert.exchange.Masking;
import java.io.PrintWriter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Runs the command, or, when asked to, shows each of its settings with the place that it comes
 * from; secrets are masked.
 */
final class PrintedConfig implements CommandLine.IExecutionStrategy {
  private static final String OPTION = "--print-config";
  private static final Set<String> NO_SETTINGS = Set.of(OPTION, "--help", "--version");

  private final SettingSources sources;
  private final CommandLine.IExecutionStrategy usual = new CommandLine.RunLast();

  PrintedConfig(SettingSources sources) {
    this.sources = sources;
  }

  /** The option, of every command. */
  static OptionSpec option() {
    return OptionSpec.builder(OPTION)
        .description("Shows every setting of the command with its origin, and does nothing else.")
        .scopeType(CommandLine.ScopeType.INHERIT)
        .build();
  }

  @Override
  public int execute(ParseResult parsed) {
    CommandLine root = parsed.commandSpec().root().commandLine();
    String unknown = sources.unknown(root);
    if (!unknown.isEmpty()) {
      throw new CommandLine.ParameterException(root, unknown);
    }
    ParseResult last = parsed;
    boolean wanted = last.hasMatchedOption(OPTION);
    while (last.hasSubcommand()) {
      last = last.subcommand();
      wanted |= last.hasMatchedOption(OPTION);
    }
    if (!wanted) {
      return usual.execute(parsed);
    }
    print(last);
    return ExitCode.PASSED;
  }

  private void print(ParseResult parsed) {
    CommandSpec command = parsed.commandSpec();
    PrintWriter out = command.commandLine().getOut();
    int width =
        command.options().stream().mapToInt(each -> each.longestName().length()).max().orElse(0);
    for (OptionSpec option : command.options()) {
      if (!NO_SETTINGS.contains(option.longestName())) {
        String origin = parsed.hasMatchedOption(option) ? "command line" : sources.origin(option);
        out.printf("%-" + width + "s  %s  (%s)%n", option.longestName(), shown(option), origin);
      }
    }
    out.flush();
  }

  private static String shown(OptionSpec option) {
    @Nullable Object value = option.getValue();
    if (value == null) {
      return "-";
    }
    String text = value.toString();
    if (option.longestName().endsWith("token") || option.longestName().endsWith("password")) {
      return Masking.token(text);
    }
    return text.replaceFirst("^(\\w[\\w+.-]*://[^/:@]*):[^/@]*@", "$1:***@");
  }
}
