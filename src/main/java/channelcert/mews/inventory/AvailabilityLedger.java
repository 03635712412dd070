package channelcert.mews.inventory;

import org.jooq.DSLContext;

/** What bookings do to availability. */
public interface AvailabilityLedger {
  /**
   * Adds to the sellable units of each night, inside the transaction of the booking, and marks the
   * nights for pushing. Answers the units of the scarcest night, below 0 when it is overbooked.
   */
  int adjust(
      DSLContext transaction, String propertyId, String spaceTypeCode, Nights nights, int units);
}
