package channelcert.mews.reservation.outgoing;

/** Progress of a stay, in the order of the published codes 0 to 5 (domain reference 3.40). */
public enum TimeState {
  /** Tentative; it holds a space, and channel managers are not told. */
  OPTIONAL,
  /** Arrival in the future. */
  CONFIRMED,
  CHECKED_IN,
  /** The stay is over. */
  CHECKED_OUT,
  CANCELED,
  /** Cancelled because nobody arrived. */
  NO_SHOW;

  /** The published code. */
  public int code() {
    return ordinal();
  }

  /** Whether the space is free again. */
  public boolean isCancelled() {
    return this == CANCELED || this == NO_SHOW;
  }
}
