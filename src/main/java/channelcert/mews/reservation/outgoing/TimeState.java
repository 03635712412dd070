package channelcert.mews.reservation.outgoing;

/** Progress of a stay, in the order of the published codes 0 to 5 (domain reference 3.40). */
public enum TimeState {
  /** Tentative; it holds a space, and channel managers are not told. */
  OPTIONAL(0),
  /** Arrival in the future. */
  CONFIRMED(1),
  CHECKED_IN(2),
  /** The stay is over. */
  CHECKED_OUT(3),
  CANCELED(4),
  /** Cancelled because nobody arrived. */
  NO_SHOW(5);

  private final int code;

  TimeState(int code) {
    this.code = code;
  }

  /** The published code. */
  public int code() {
    return code;
  }

  /** Whether the space is free again. */
  public boolean isCancelled() {
    return this == CANCELED || this == NO_SHOW;
  }
}
