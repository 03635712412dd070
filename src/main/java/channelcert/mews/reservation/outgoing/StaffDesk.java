package channelcert.mews.reservation.outgoing;

import channelcert.mews.message.Outgoing;
import java.util.List;

/**
 * What staff of a property do with bookings. A booking, the availability that it takes and the
 * messages about it are durable together when a method returns; channel managers are told
 * afterwards.
 *
 * <p>Every method throws IllegalArgumentException, with a message for a person, when the property,
 * the booking or a code is unknown, or when dates, amounts or persons break a rule of domain
 * reference 7.5 or 7.6. Nothing is changed then.
 */
public interface StaffDesk {
  /** Makes a booking of the property's own. */
  HouseGroup create(String propertyId, StaffBooking booking);

  /**
   * Gives a booking a new definition, also one that came from a channel manager; to that one no
   * reservations can be added, because only its channel manager gives them codes.
   */
  HouseGroup change(String propertyId, String groupId, StaffBooking booking);

  /** Moves one reservation on: checked in, checked out, cancelled, no-show. */
  HouseGroup move(String propertyId, String groupId, String confirmationNumber, TimeState state);

  /** Cancels a booking as a whole. */
  HouseGroup cancel(String propertyId, String groupId);

  /** A booking as it is stored. */
  HouseGroup group(String propertyId, String groupId);

  /** Every booking of the property: first those of channel managers, then those of its own. */
  List<HouseGroup> groups(String propertyId);

  /** Messages about a booking that were queued so far, for each connection in their order. */
  List<Outgoing> messages(String propertyId, String groupId);
}
