package channelcert.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The client tokens of the reference channel manager.
 *
 * @param client what Mews sends to the channel manager
 * @param mewsClient what the channel manager sends to Mews
 */
record Tokens(String client, String mewsClient) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CLIENT = "clientToken";
  private static final String MEWS_CLIENT = "mewsClientToken";

  /** New ones, for one run. */
  static Tokens choose() {
    return new Tokens(token(), token());
  }

  /** Those kept in the folder; chosen and written there when there are none yet. */
  static Tokens keptIn(Path folder) {
    Path file = file(folder);
    if (Files.exists(file)) {
      return read(file);
    }
    Tokens tokens = choose();
    Secrets.write(
        file,
        Map.of(CLIENT, tokens.client, MEWS_CLIENT, tokens.mewsClient),
        "Client tokens of the reference channel manager");
    return tokens;
  }

  /** Where they are kept in the folder. */
  static Path file(Path folder) {
    return folder.resolve("channel-manager.tokens");
  }

  private static Tokens read(Path file) {
    Properties properties = Secrets.read(file);
    String client = properties.getProperty(CLIENT);
    String mewsClient = properties.getProperty(MEWS_CLIENT);
    if (client == null || mewsClient == null) {
      throw UserError.usage(
          file + " lacks " + CLIENT + " or " + MEWS_CLIENT + "; delete it to have new ones chosen");
    }
    return new Tokens(client, mewsClient);
  }

  /** A new token that nobody can guess. */
  static String token() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
  }

  /** Without the tokens, so that no log can show them. */
  @Override
  public String toString() {
    return "Tokens[masked]";
  }
}
