package channelcert.mews.availabilityblock;

import channelcert.mews.message.Outgoing;
import java.util.List;

/**
 * What staff of a property do with availability blocks. A block, what it keeps from sale and the
 * messages about it are durable together when a method returns; channel managers are told
 * afterwards.
 *
 * <p>Every method throws IllegalArgumentException, with a message for a person, when the property
 * or the block is unknown or a rule of domain reference 7.10 is broken. Nothing is changed then.
 */
public interface BlockDesk {
  /** Makes a block of the property's own; answers Mews' number of it. */
  String create(String propertyId, BlockOrder order);

  /** Gives a block a new definition, also one that came from a channel manager. */
  void change(String propertyId, String number, BlockOrder order);

  /** Gives a block up; bookings from it stay. */
  void cancel(String propertyId, String number);

  /** Every block of the property, oldest first. */
  List<BlockState> blocks(String propertyId);

  /** Messages about a block that were queued so far, for each connection in their order. */
  List<Outgoing> messages(String propertyId, String number);
}
