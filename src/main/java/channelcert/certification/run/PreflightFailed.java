package channelcert.certification.run;

/** The candidate cannot be certified now; the message says in one line what to do about it. */
public final class PreflightFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PreflightFailed(String message) {
    super(message);
  }
}
