package channelcert.certification.drift;

/**
 * A way in which messages of the candidate differ from the contract.
 *
 * @param operation published name
 * @param message which of its messages
 * @param place the field, without the numbers of elements: {@code reservations[].code}; empty for
 *     the whole message
 * @param what is different
 * @param weight whether the contract forbids it
 * @param times in how many exchanges
 * @param exchange the first of them
 */
public record Drift(
    String operation,
    Message message,
    String place,
    String what,
    Weight weight,
    int times,
    String exchange) {
  /** Which message of an operation. */
  public enum Message {
    REQUEST,
    ANSWER
  }

  /** How a difference is to be read. */
  public enum Weight {
    /** The contract says otherwise. */
    WRONG,
    /** A field that the contract does not know, or null for an absent one: it is ignored. */
    NOTED
  }
}
