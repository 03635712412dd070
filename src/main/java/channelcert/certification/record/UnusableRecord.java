package channelcert.certification.record;

/** What was written down of a run does not suffice; the message says what is wrong. */
public final class UnusableRecord extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableRecord(String message) {
    super(message);
  }
}
