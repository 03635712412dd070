package channelcert.mews.misbehaviour;

/** What goes wrong. */
public enum Act {
  /** The answer is a failure with a chosen code, and nothing is processed; towards Mews only. */
  ERROR,
  /** A wait, then everything as usual. */
  DELAY,
  /** Silence until the caller gives up, and nothing is processed; towards Mews only. */
  NO_ANSWER,
  /** The message is lost before it is processed. */
  DROP_BEFORE,
  /** The message is processed and its answer is lost. */
  DROP_AFTER,
  /** The message is delivered twice; towards the channel manager only. */
  TWICE
}
