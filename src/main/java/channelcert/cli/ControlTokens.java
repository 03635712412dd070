package channelcert.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The control token, and where the management listener was last bound; kept in the data folder,
 * readable by its owner alone.
 *
 * @param url root address of the management listener; absent before the first start
 */
record ControlTokens(String token, @Nullable URI url) {
  private static final String TOKEN = "controlToken";
  private static final String URL = "managementUrl";

  static Path file(Path folder) {
    return folder.resolve("control.tokens");
  }

  /** What is kept in the folder; a token is chosen and written there when there is none yet. */
  static ControlTokens keptIn(Path folder) {
    if (Files.exists(file(folder))) {
      return read(folder);
    }
    ControlTokens chosen = new ControlTokens(Tokens.token(), null);
    chosen.write(folder);
    return chosen;
  }

  /** What is kept in the folder. */
  static ControlTokens read(Path folder) {
    Properties properties = Secrets.read(file(folder));
    String token = properties.getProperty(TOKEN);
    if (token == null) {
      throw UserError.usage(
          file(folder) + " lacks " + TOKEN + "; delete it to have a new one chosen by serve");
    }
    String url = properties.getProperty(URL);
    return new ControlTokens(token, url == null ? null : URI.create(url));
  }

  /** Keeps the address for those who trigger. */
  void boundTo(URI address, Path folder) {
    new ControlTokens(token, address).write(folder);
  }

  private void write(Path folder) {
    Secrets.write(
        file(folder),
        url == null ? Map.of(TOKEN, token) : Map.of(TOKEN, token, URL, url.toString()),
        "Control token of the Mews side, and its management listener");
  }

  /** Without the token, so that no log can show it. */
  @Override
  public String toString() {
    return "ControlTokens[masked, " + url + "]";
  }
}
