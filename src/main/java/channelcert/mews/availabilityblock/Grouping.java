package channelcert.mews.availabilityblock;

/** How bookings from a block are grouped; chosen for good when the block is made. */
public enum Grouping {
  /** All of them belong to one group of reservations. */
  ALL_IN_ONE_GROUP,
  /** Each forms a group of its own. */
  INDIVIDUAL_GROUPS
}
