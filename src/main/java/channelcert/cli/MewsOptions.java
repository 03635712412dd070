package channelcert.cli;

import java.net.URI;

/** The options with which another command has its Mews side where a channel manager calls it. */
final class MewsOptions {
  private static final String OWN_MACHINE = "localhost|127\\..*|\\[::1]";

  private MewsOptions() {}

  /** An address elsewhere leads by a proxy or tunnel to a port that only its owner knows. */
  static String listeningAt(URI mews) {
    boolean direct =
        "http".equalsIgnoreCase(mews.getScheme())
            && String.valueOf(mews.getHost()).matches(OWN_MACHINE);
    if (!direct) {
      return " --mews-port PORT --mews-url " + mews + " (PORT: where that address leads to)";
    }
    return " --mews-port " + (mews.getPort() < 0 ? 80 : mews.getPort());
  }
}
