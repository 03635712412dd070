package channelcert.channelmanager.reservation;

/** Where a booking stands. */
public enum BookingStatus {
  /** On its way to Mews, not confirmed yet. */
  SENT,
  /** Mews confirmed its newest definition. */
  CONFIRMED,
  /** Mews reported an error, or the message could not be delivered. */
  REFUSED,
  /** Mews confirmed that nothing of it remains. */
  CANCELLED
}
