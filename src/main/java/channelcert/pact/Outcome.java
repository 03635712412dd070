package channelcert.pact;

/** What became of an interaction. */
public enum Outcome {
  HONOURED,
  BROKEN,
  /** It needs a state that nobody could set. */
  SKIPPED,
  /** Its state could not be set, or nobody answered. */
  NOT_PROVEN
}
