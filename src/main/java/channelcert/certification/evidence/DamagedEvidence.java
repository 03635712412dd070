package channelcert.certification.evidence;

/** An evidence folder is not as it was written; the message says what is wrong, and where. */
public final class DamagedEvidence extends RuntimeException {
  private static final long serialVersionUID = 1;

  DamagedEvidence(String message) {
    super(message);
  }
}
