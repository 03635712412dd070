package channelcert.exchange;

/** Who asked whom. */
public enum Direction {
  /** Mews called an endpoint of the candidate. */
  MEWS_TO_CANDIDATE,
  /** The candidate called an operation of the Mews side. */
  CANDIDATE_TO_MEWS,
  /** The certification asked the candidate's driver to act or to show what it stored. */
  DRIVER,
  /** A person was asked to act or to look. */
  ATTENDED,
  /** What the Mews side had stored at that moment; no message was sent. */
  MEWS_STATE
}
