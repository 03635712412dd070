package channelcert.certification.sign;

/** A file of keys that cannot be read or written; says why in one line. */
public final class UnusableKeys extends Exception {
  private static final long serialVersionUID = 1;

  UnusableKeys(String message, Throwable cause) {
    super(message, cause);
  }

  /** The reason, never absent. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
