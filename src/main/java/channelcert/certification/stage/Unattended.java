package channelcert.certification.stage;

/** A person did not do what the next steps need; the message says why. */
public final class Unattended extends DriverUnavailable {
  private static final long serialVersionUID = 1L;

  public Unattended(String message) {
    super(message);
  }
}
