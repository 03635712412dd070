package channelcert.channelmanager.selling;

/** What came of an order. */
public sealed interface Sale {
  /** It is stored, and a message about it is on its way to Mews. */
  record Done(String reference) implements Sale {}

  /** Nothing was changed. */
  record Refused(Reason reason, String message) implements Sale {}

  /** Why an order is refused. */
  enum Reason {
    /** The order itself makes no sense. */
    INVALID,
    /** There is no such booking. */
    UNKNOWN,
    /** It cannot be done as things stand. */
    CONFLICT
  }
}
