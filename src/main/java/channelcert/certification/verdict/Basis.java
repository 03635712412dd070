package channelcert.certification.verdict;

/** How an expectation is known. */
public enum Basis {
  /** Seen in the messages themselves. */
  WIRE,
  /** Read back from what the candidate, or the Mews side, stored. */
  READ_BACK,
  /** Stated by a person. */
  ATTESTED
}
