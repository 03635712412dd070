package channelcert.pact;

/** A pact, a mapping or a spec that cannot be read; the message says what and where. */
public final class WrongPact extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongPact(String message) {
    super(message);
  }
}
