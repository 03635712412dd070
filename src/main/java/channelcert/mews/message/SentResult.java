package channelcert.mews.message;

/** What came of an attempt to report a result. */
public sealed interface SentResult {
  /** The channel manager knows the result. */
  record Delivered() implements SentResult {}

  /** The channel manager does not want the message, now or later. */
  record Refused(int code, String reason) implements SentResult {}

  /** There was no answer, or a fault that passes. */
  record Retry(String reason) implements SentResult {}
}
