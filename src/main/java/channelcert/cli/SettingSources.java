package channelcert.cli;

import channelcert.store.FileTrouble;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option comes from when it is not on the command line: the environment, then the file
 * {@code channelcert.properties} in the current folder, then its default.
 */
final class SettingSources implements IDefaultValueProvider {
  static final String DEFAULT = "default";
  private static final Path FILE = Path.of("channelcert.properties");

  private final Map<String, String> environment;
  private final Properties file;

  SettingSources(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  static Properties file() {
    Properties properties = new Properties();
    if (Files.exists(FILE)) {
      try (Reader reader = Files.newBufferedReader(FILE, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException e) {
        throw UserError.usage(FILE + " cannot be read: " + FileTrouble.words(e));
      }
    }
    return properties;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = name(option);
    String value = environment.get(variable(name));
    return value != null ? value : file.getProperty(name);
  }

  /** Where the value comes from of an option that is not on the command line. */
  String origin(OptionSpec option) {
    String name = name(option);
    if (environment.containsKey(variable(name))) {
      return "environment " + variable(name);
    }
    return file.containsKey(name) ? FILE + ", " + name : DEFAULT;
  }

  /** What is wrong with the file: keys that no option has; empty when nothing is. */
  String unknown(CommandLine root) {
    Set<String> known = new TreeSet<>();
    collect(root, known);
    List<String> others =
        file.stringPropertyNames().stream().filter(key -> !known.contains(key)).sorted().toList();
    return others.isEmpty()
        ? ""
        : FILE + ": no command has an option --" + String.join(" or --", others);
  }

  private static void collect(CommandLine line, Set<String> names) {
    line.getCommandSpec().options().forEach(option -> names.add(name(option)));
    line.getSubcommands().values().forEach(each -> collect(each, names));
  }

  private static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  private static String variable(String option) {
    return "CHANNELCERT_" + option.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
