package channelcert.cli;

import java.util.Locale;
import java.util.logging.Level;
import picocli.CommandLine.Option;

/** What a served process writes to standard error, and how. */
final class LogOptions {
  /** How log lines look. */
  enum LogFormat {
    HUMAN,
    JSON
  }

  /** What is written. */
  enum LogLevel {
    ERROR,
    WARNING,
    INFO;

    Level level() {
      return switch (this) {
        case ERROR -> Level.SEVERE;
        case WARNING -> Level.WARNING;
        case INFO -> Level.INFO;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--log-format",
      defaultValue = "human",
      paramLabel = "FORMAT",
      description = "human, or json for one object in each line (default: ${DEFAULT-VALUE}).")
  private LogFormat format = LogFormat.HUMAN;

  @Option(
      names = "--log-level",
      defaultValue = "warning",
      paramLabel = "LEVEL",
      description =
          "${COMPLETION-CANDIDATES}; info writes a line for each request (default:"
              + " ${DEFAULT-VALUE}).")
  private LogLevel level = LogLevel.WARNING;

  void apply() {
    Logging.configure(format == LogFormat.JSON, level.level());
  }
}
