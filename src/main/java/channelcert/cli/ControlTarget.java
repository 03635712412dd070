package channelcert.cli;

import channelcert.cli.terminal.Format;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The running process that a command steers: by flags, environment, or its data folder. */
final class ControlTarget {
  private static final URI USUAL = URI.create("http://127.0.0.1:8099");

  @Option(
      names = "--management-url",
      paramLabel = "URL",
      description =
          "Management listener; when absent the one that serve noted in the data folder, or"
              + " http://127.0.0.1:8099.")
  private @Nullable URI url;

  @Option(
      names = "--control-token",
      paramLabel = "TOKEN",
      description = "Control token; when absent the one that serve keeps in the data folder.")
  private @Nullable String token;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "channelcert-data",
      description = "Data folder of serve (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("channelcert-data");

  @Option(names = "--format", defaultValue = "human", description = "human or json.")
  private Format format = Format.HUMAN;

  boolean json() {
    return format == Format.JSON;
  }

  /** The control API of the process; nothing is called yet. */
  ControlCaller open() {
    if (token != null) {
      return new ControlCaller(url == null ? USUAL : url, token);
    }
    if (!Files.exists(ControlTokens.file(data))) {
      throw UserError.usage(
          "there is no control token in "
              + data
              + "; name the folder of serve with --data, or give --control-token");
    }
    ControlTokens kept = ControlTokens.read(data);
    URI noted = kept.url();
    return new ControlCaller(url != null ? url : noted != null ? noted : USUAL, kept.token());
  }
}
