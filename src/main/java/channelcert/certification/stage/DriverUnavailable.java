package channelcert.certification.stage;

/**
 * The candidate has no driver, or its driver does not do what was asked: the steps of the row end,
 * and what is not proven by then stays unproven.
 */
public class DriverUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DriverUnavailable(String message) {
    super(message);
  }
}
