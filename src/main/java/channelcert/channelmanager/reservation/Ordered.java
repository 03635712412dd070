package channelcert.channelmanager.reservation;

/** What became of an order about a booking. */
public enum Ordered {
  /** A message is stored and about to be sent. */
  STORED,
  /** There is no booking with this reference. */
  UNKNOWN_BOOKING
}
