package channelcert.certification.attend;

/** A reply that cannot be taken; the message is one line that says why and what to do. */
public final class RefusedReply extends Exception {
  private static final long serialVersionUID = 1L;

  public RefusedReply(String message) {
    super(message);
  }
}
