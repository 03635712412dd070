package channelcert.http;

/**
 * Why a request got no answer from a resource.
 *
 * @param message what was wrong, where, and what to do next; safe to show to the other party
 */
public record Fault(Kind kind, String message) {
  /** What went wrong. */
  public enum Kind {
    /** The body is no JSON, or not of the contract's form. */
    INVALID,
    TOO_LARGE,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    /** Our own fault; the message says nothing about the inside. */
    INTERNAL
  }
}
