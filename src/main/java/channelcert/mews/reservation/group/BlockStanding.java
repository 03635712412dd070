package channelcert.mews.reservation.group;

/** How the availability block stands that a booking names. */
public enum BlockStanding {
  /** Mews has no such block on the connection. */
  UNKNOWN,
  /** It was cancelled, and the booking did not belong to it before. */
  CANCELLED,
  /** The booking may take from it. */
  OPEN
}
