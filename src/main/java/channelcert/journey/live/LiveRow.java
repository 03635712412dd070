package channelcert.journey.live;

/**
 * A test of a run that goes on.
 *
 * @param state WAITING, RUNNING, or the verdict
 * @param detail how far it is, or what was not as expected; empty when there is nothing to say
 */
public record LiveRow(String code, String title, String state, String detail) {
  /** It waits for its turn. */
  public static final String WAITING = "WAITING";

  /** It goes on. */
  public static final String RUNNING = "RUNNING";
}
