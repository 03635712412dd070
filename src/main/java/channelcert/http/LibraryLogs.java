package channelcert.http;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the libraries say about starting, stopping and callers that went away. */
final class LibraryLogs {
  /** Kept here because a logger that nobody holds forgets its level. */
  private static final Map<Logger, Level> QUIET =
      Map.of(
          Logger.getLogger("org.glassfish.grizzly"), Level.SEVERE,
          Logger.getLogger("org.glassfish.jersey"), Level.WARNING,
          Logger.getLogger("org.glassfish.jersey.internal.inject.Providers"), Level.SEVERE);

  private LibraryLogs() {}

  /** Asks the libraries to keep quiet, unless somebody chose a level for them. */
  static void quieten() {
    QUIET.forEach(
        (logger, level) -> {
          if (logger.getLevel() == null) {
            logger.setLevel(level);
          }
        });
  }
}
