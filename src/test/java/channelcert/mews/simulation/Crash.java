package channelcert.mews.simulation;

/** The process ends here: nothing that runs may catch it. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("the process ends here", null, false, false);
  }
}
