package channelcert.certification.comparison;

/** A folder holds no report that can be read; the message says what is wrong. */
public final class UnusableReport extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableReport(String message) {
    super(message);
  }
}
