package channelcert.journey.environment;

/** What can be seen on the wire of a connection. */
enum Sight {
  /** Get properties succeeded and showed the connection. */
  PROPERTIES,
  /** Get configuration succeeded. */
  CONFIGURATION,
  /** An inventory update was accepted. */
  INVENTORY_ACCEPTED,
  /** A booking was confirmed, and the channel manager took the confirmation. */
  BOOKING_CONFIRMED
}
