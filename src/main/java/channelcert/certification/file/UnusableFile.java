package channelcert.certification.file;

/** A file that cannot be read; says why in one line. */
public final class UnusableFile extends Exception {
  private static final long serialVersionUID = 1;

  public UnusableFile(String message) {
    super(message);
  }

  public UnusableFile(String message, Throwable cause) {
    super(message, cause);
  }

  /** The reason, never absent. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
