package channelcert.mews.property;

import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.Property.Pair;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * What a hotelier or a Mews specialist may change at connections (domain reference, 7.11 and 7.12).
 * Durable and refused as in {@link PropertyEditing}; an unknown or deleted connection is refused
 * too.
 */
public interface ConnectionEditing {
  /**
   * Makes a connection, with every kind of inventory switched off.
   *
   * @param categories codes of the categories that the connection is for, so that a property can
   *     have one connection per space; empty = all
   */
  Connection create(NewConnection wanted, Set<String> categories);

  /**
   * Switches the connection on as a whole; what is pushed on it is pushed for its whole horizon.
   */
  void enable(String token);

  /** Switches the connection off as a whole: nothing is pushed, and requests get code 3. */
  void disable(String token);

  /** Deletes the connection; its tokens get code 3 from now on. */
  void delete(String token);

  /** Switches one kind on again, for example after an error 12, 13 or 14. */
  void enableKind(String token, InventoryKind kind);

  /**
   * Maps, unmaps, synchronises or unsynchronises a category. One that was not mapped, or that an
   * error 10 took out, gets its pairs with the mapped rates.
   */
  void category(String token, String code, Mapped wanted);

  /** Maps, unmaps, synchronises or unsynchronises a rate; a newly mapped one gets its pairs. */
  void ratePlan(String token, String code, Mapped wanted);

  /** Maps or unmaps a pair of a mapped rate and a mapped category. */
  void pair(String token, Pair pair, boolean mapped);

  /** Replaces the registered addresses, by the published names of their operations. */
  void endpoints(String token, Map<String, URI> endpoints);

  /**
   * Sets how much is sent at once, and how far ahead; nights that enter the horizon are pushed.
   *
   * @param horizonDays nights from today on, at least one
   * @param chunkDays most nights in one message, at least one
   * @param maxItems most entries in one message, at least one
   */
  void limits(String token, int horizonDays, int chunkDays, int maxItems);

  /** Sets whether dependent rates are sent as rules instead of priced out. */
  void receiveDependentRates(String token, boolean asRules);

  /** Takes bookings of the channel manager, or refuses them as a disabled operation. */
  void takeReservations(String token, boolean taken);

  /** Issues one more client token for calls to Mews; earlier ones stay valid until revoked. */
  String issueClientToken(String token);

  /** Ends the validity of a client token; the last one may be revoked too. */
  void revokeClientToken(String token, String clientToken);

  /** Sets the client token that Mews sends to the channel manager. */
  void tokenTowardsChannelManager(String token, String clientToken);
}
