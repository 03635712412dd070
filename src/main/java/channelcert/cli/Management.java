package channelcert.cli;

import channelcert.mews.MewsControl;
import channelcert.mews.control.ControlSettings;
import channelcert.mews.control.ControlSide;
import channelcert.mews.control.Journal;
import channelcert.store.Database;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The management listener of a served Mews side, with its token in the data folder. */
final class Management implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int MOST_EXCHANGES = 2000;
  private static final int MOST_BYTES = 32 << 20;

  private final ControlSide side;
  private final Path folder;

  private Management(ControlSide side, Path folder) {
    this.side = side;
    this.folder = folder;
  }

  /** Keeps the last messages of the Mews side, for the control API. */
  static Journal journal() {
    return new Journal(Parts.CLOCK, MOST_EXCHANGES, MOST_BYTES);
  }

  /**
   * Starts the listener and notes its address beside the token.
   *
   * @param folder data folder
   */
  static Management start(int port, MewsControl mews, Database data, Journal journal, Path folder) {
    ControlTokens tokens = ControlTokens.keptIn(folder);
    try {
      ControlSide side =
          ControlSide.start(
              new ControlSettings(
                  LOOPBACK, port, tokens.token(), mews, data, journal, Parts.CLOCK));
      tokens.boundTo(side.url(), folder);
      return new Management(side, folder);
    } catch (IllegalStateException e) {
      throw UserError.usage("--management-port: " + e.getMessage());
    }
  }

  /** Prints where it is and how to try it; the token stays in its file. */
  void tell(PrintWriter out) {
    Path file = ControlTokens.file(folder);
    out.println("Management       " + side.url() + ", control token in " + file);
    out.println(
        "  try: curl -s -X POST %s/control/listProperties -H \"Authorization: Bearer $(sed -n"
                .formatted(side.url())
            + " 's/^controlToken=//p' "
            + file
            + ")\"");
    out.println(
        "  or:  ./channelcert trigger connections" + (isUsual() ? "" : " --data " + folder));
  }

  private boolean isUsual() {
    return folder.equals(Path.of("channelcert-data"));
  }

  @Override
  public void close() {
    side.close();
  }
}
