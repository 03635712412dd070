package channelcert.certification.candidate;

/** The candidate file cannot be used; the message is one line that names the field and the fix. */
public final class InvalidCandidate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidCandidate(String message) {
    super(message);
  }
}
