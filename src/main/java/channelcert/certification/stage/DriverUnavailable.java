package channelcert.certification.stage;

/**
 * The candidate has no driver, or its driver does not do what was asked: the steps of the row end,
 * and what is not proven by then stays unproven.
 */
public class DriverUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;

  public DriverUnavailable(String message) {
    this(message, false);
  }

  /**
   * Says what was not done.
   *
   * @param refused whether a driver that offers the operation did not do it
   */
  DriverUnavailable(String message, boolean refused) {
    super(message);
    this.refused = refused;
  }

  boolean refused() {
    return refused;
  }
}
