package channelcert.cli;

import channelcert.management.LogLines;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What may be written to the terminal: warnings of the libraries, and what was asked for. */
final class Logging {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger("channelcert");

  /** Jersey warns of optional providers that nobody asked for. */
  private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey.message.internal");

  private Logging() {}

  static void quiet() {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    ROOT.setLevel(Level.WARNING);
    JERSEY.setLevel(Level.SEVERE);
    form(LogLines.human());
  }

  /**
   * Chooses what is written and how.
   *
   * @param level of our own lines; the libraries warn at most
   */
  static void configure(boolean json, Level level) {
    OURS.setLevel(level);
    form(json ? LogLines.json() : LogLines.human());
  }

  private static void form(LogLines lines) {
    for (Handler handler : ROOT.getHandlers()) {
      handler.setFormatter(lines);
      handler.setLevel(Level.ALL);
    }
  }
}
