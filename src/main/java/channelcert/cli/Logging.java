package channelcert.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the libraries may write to the terminal: warnings of their own, nothing else. */
final class Logging {
  private static final Logger ROOT = Logger.getLogger("");

  /** Jersey warns of optional providers that nobody asked for. */
  private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey.message.internal");

  private Logging() {}

  static void quiet() {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    ROOT.setLevel(Level.WARNING);
    JERSEY.setLevel(Level.SEVERE);
  }
}
