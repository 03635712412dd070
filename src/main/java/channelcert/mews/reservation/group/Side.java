package channelcert.mews.reservation.group;

/** A side of an amount. */
enum Side {
  GROSS,
  NET
}
