package channelcert.certification.stage;

/**
 * The candidate does not offer what a supplementary check needs: the check does not apply to it,
 * for the reason that the message gives.
 */
public final class NotOffered extends DriverUnavailable {
  private static final long serialVersionUID = 1L;

  public NotOffered(String message) {
    super(message);
  }
}
