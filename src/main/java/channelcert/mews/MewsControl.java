package channelcert.mews;

import channelcert.mews.availabilityblock.BlockDesk;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.HotelierForm;
import channelcert.mews.inventory.HotelierRestriction;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.InventoryView;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.inventory.PushControl;
import channelcert.mews.inventory.RestrictionChange;
import channelcert.mews.misbehaviour.Misbehaviour;
import channelcert.mews.property.Connection;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Mapping;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.mews.property.PropertyDetails;
import channelcert.mews.property.PropertyEditing;
import channelcert.mews.reservation.outgoing.StaffDesk;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a hotelier, a Mews specialist or a certification run may do to the Mews side beside the
 * published API (domain reference 7.12). Every change is durable when the method returns; what it
 * makes necessary towards channel managers (pushes, confirmations, notifications) is sent by the
 * engine afterwards.
 */
public interface MewsControl {
  /**
   * Makes the reference property of the domain reference, 13.1, with its categories, rates,
   * products and age categories.
   */
  Property createReferenceProperty(PricingMode pricingMode);

  /** Everything about properties and connections that a hotelier may change. */
  PropertyEditing editing();

  /** The property as it is now. */
  Property property(String propertyId);

  /** The property with what only its configuration tells. */
  PropertyDetails details(String propertyId);

  /** What is mapped on a connection. */
  Mapping mapping(String connectionToken);

  /** Prices and restrictions as the property has them. */
  InventoryView inventory();

  /** Root address that channel managers call, without a trailing slash. */
  URI url();

  /** Today at the property. */
  LocalDate today(String propertyId);

  /**
   * Connects a channel manager: all categories, rates and sold pairs of the property mapped under
   * their own codes.
   */
  Connection connect(NewConnection connection);

  /**
   * Switches operations of a connection on or off, as the property would. Enabling a kind marks its
   * whole horizon.
   */
  void enable(String connectionToken, Set<InventoryKind> kinds);

  /** Sets sellable units; nights not mentioned keep theirs. */
  void changeAvailability(String propertyId, List<AvailabilityChange> changes);

  /**
   * Sets gross base prices; net prices follow from the tax of the property, products of a package
   * are added when pushed.
   */
  void changePrices(String propertyId, List<PriceChange> changes);

  /**
   * Sets restrictions in the form of the API; each replaces what was known for its pair and nights.
   */
  void changeRestrictions(String propertyId, List<RestrictionChange> changes);

  /**
   * Sets the restrictions of a pair as a hotelier writes them in Mews Operations; they hold
   * together, and replace what was known for the pair and nights.
   *
   * @param all none = open
   */
  default void changeRestrictionsAsHotelier(
      String propertyId,
      String ratePlanCode,
      String spaceTypeCode,
      Nights nights,
      List<HotelierRestriction> all) {
    changeRestrictions(
        propertyId, List.of(HotelierForm.change(ratePlanCode, spaceTypeCode, nights, all)));
  }

  /** Marks the nights of every synchronised key of the kinds for pushing, changed or not. */
  void requestFullUpdate(String connectionToken, Nights nights, Set<InventoryKind> kinds);

  /**
   * Adds a category with units on every night of the horizon, mapped and synchronised on the Mews
   * side, without notifying anybody.
   */
  void addUnannouncedCategory(String connectionToken, String spaceTypeCode);

  /**
   * Adds a rate plan sold for one category, with prices, mapped and synchronised on the Mews side,
   * without notifying anybody.
   */
  void addUnannouncedRate(String connectionToken, String ratePlanCode, String spaceTypeCode);

  /** Takes a category or rate that was added unannounced away again. */
  void removeUnannounced(String connectionToken, String code);

  /** The connection as it is now; empty when the token is unknown. */
  Optional<ConnectionDetails> connection(String connectionToken);

  /** Whether the Mews side still pushes the category or rate with that code to the connection. */
  boolean isSynchronised(String connectionToken, String code);

  /** The pushes of each connection: what waits, what was sent, holding back and going on. */
  PushControl pushes();

  /** Sends Confirm booking once for a booking that the channel manager never made. */
  void confirmInventedBooking(
      String connectionToken,
      String channelManagerId,
      String reservationCode,
      String confirmationNumber);

  /**
   * Waits until nothing is left to push to the connection, or the time is over; answers whether
   * nothing is left. Awaited confirmations count as left.
   */
  boolean awaitDelivered(String connectionToken, Duration atMost);

  /**
   * Waits until every change notification of the connection was tried once, whether it was taken or
   * not, or the time is over; answers whether each was.
   */
  boolean awaitNotified(String connectionToken, Duration atMost);

  /**
   * Drops what is waiting to be pushed to the connection; for the end of a test whose pushes are
   * meant to be refused.
   */
  void discardPending(String connectionToken);

  /**
   * What is stored of bookings whose identifier starts with the prefix, as JSON: {@code
   * {"groups":[{"channelManagerId","state":"ACTIVE|CANCELLED","currencyCode","totalGross","totalNet","reservations":[{"code","confirmationNumber","state","spaceTypeCode","ratePlanCode","from","to","nightsGross":[],"nightsNet":[],"totalGross","totalNet","guestCounts":[{"code","count"}],"guests":n,"extras":[{"code","count","pricing","gross","net"}]}]}],"warnings":[]}}.
   * Recorded as an exchange of direction {@code MEWS_STATE}, operation {@code bookings}.
   */
  JsonNode observeBookings(String connectionToken, String channelManagerIdPrefix);

  /**
   * The channels that Get channels lists, as JSON: {@code {"channels":[{"code","name"}]}}. Recorded
   * as an exchange of direction {@code MEWS_STATE}, operation {@code channels}.
   *
   * @param connectionToken of whoever asks; all see the same channels
   */
  JsonNode observeChannels(String connectionToken);

  /**
   * What is sellable now, as JSON: {@code
   * {"availabilities":[{"spaceTypeCode","from","to","availability"}]}}, last night included.
   * Recorded as an exchange of direction {@code MEWS_STATE}, operation {@code availability}.
   */
  JsonNode observeAvailability(String connectionToken, Nights nights);

  /** What goes wrong on command, in both directions; held in memory by this process. */
  Misbehaviour misbehaviour();

  /** Bookings that hotel staff make, change and cancel. */
  StaffDesk staff();

  /**
   * What is stored of the availability blocks of the property, as JSON: {@code
   * {"blocks":[{"confirmationNumber","code","state":"ACTIVE|CANCELLED","name","start","end","categories":[{"spaceTypeCode","allotted":[{"start","end","count"}],"occupied":[],"withheld":[]}]}]}},
   * with the code that the channel manager of the connection uses. Recorded as an exchange of
   * direction {@code MEWS_STATE}, operation {@code blocks}.
   */
  JsonNode observeBlocks(String connectionToken);

  /** Availability blocks that hotel staff make, change and cancel. */
  BlockDesk blocks();
}
