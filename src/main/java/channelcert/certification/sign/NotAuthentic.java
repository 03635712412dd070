package channelcert.certification.sign;

/** Something is not as it was signed, or was not signed with this key; says so in one line. */
public final class NotAuthentic extends Exception {
  private static final long serialVersionUID = 1;

  NotAuthentic(String message) {
    super(message);
  }

  /** The reason, never absent. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
