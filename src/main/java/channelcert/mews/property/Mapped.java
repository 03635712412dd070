package channelcert.mews.property;

/** How a category or rate of a property takes part in a connection. */
public enum Mapped {
  /** The channel manager does not know it. */
  NOT,
  /** It may be booked, but nothing of it is pushed. */
  UNSYNCHRONISED,
  /** It is pushed. */
  SYNCHRONISED
}
