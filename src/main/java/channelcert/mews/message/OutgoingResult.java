package channelcert.mews.message;

/** What came of an attempt to send a message. */
public sealed interface OutgoingResult {
  /** The channel manager will confirm. */
  record Accepted() implements OutgoingResult {}

  /** It did not take the message. */
  record Failed(OutgoingFailure failure) implements OutgoingResult {}

  /** There is nothing to say: it never knew what is cancelled. */
  record Needless() implements OutgoingResult {}
}
