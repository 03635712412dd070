package channelcert.mews.reservation;

import channelcert.mews.reservation.group.Group;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What bookings take from availability blocks, inside the transaction of the booking. */
public interface BlockLedger {
  /**
   * A block that exists.
   *
   * @param number Mews' number of it
   */
  record KnownBlock(String number, boolean cancelled) {}

  /**
   * What a booking takes.
   *
   * @param booking identifier that the property gave to the booking
   * @param number of the block; absent when it takes from none
   * @param group the booking as it is from now on
   * @param by connection that changed the booking; absent: staff
   */
  record Pickup(
      String propertyId,
      String booking,
      @Nullable String number,
      Group group,
      @Nullable String by) {}

  /** The block that the channel manager of the connection calls so. */
  Optional<KnownBlock> coded(DSLContext transaction, String connectionToken, String code);

  /** The block of the property with the number. */
  Optional<KnownBlock> numbered(DSLContext transaction, String propertyId, String number);

  /** Number of the block from which a booking takes. */
  Optional<String> ofBooking(DSLContext transaction, String propertyId, String booking);

  /**
   * Notes what a booking takes from its block, and gives that back to availability; called before
   * the booking itself takes it. Answers what looks wrong.
   */
  List<String> pickUp(DSLContext transaction, Pickup pickup);
}
