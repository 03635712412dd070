package channelcert.certification.stage;

import channelcert.mews.MewsControl;
import channelcert.mews.availabilityblock.BlockOrder;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.inventory.RestrictionChange;
import channelcert.mews.property.Property;
import channelcert.mews.property.PropertyDetails;
import channelcert.mews.property.PropertyEditing;
import channelcert.mews.reservation.outgoing.StaffDesk;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Mews side as a row may use it: {@link MewsControl} bound to the property and the connection
 * of the run.
 */
public final class MewsSide {
  private final MewsControl control;
  private final String propertyId;
  private final String connectionToken;
  private final Duration patience;

  /**
   * Binds the Mews side.
   *
   * @param patience how long a delivery may take
   */
  public MewsSide(
      MewsControl control, String propertyId, String connectionToken, Duration patience) {
    this.control = control;
    this.propertyId = propertyId;
    this.connectionToken = connectionToken;
    this.patience = patience;
  }

  public String connectionToken() {
    return connectionToken;
  }

  /** The property as it is now. */
  public Property property() {
    return control.property(propertyId);
  }

  /** The categories that are pushed. */
  public List<Property.SpaceCategory> categories() {
    return property().categories().stream().filter(Property.SpaceCategory::synchronised).toList();
  }

  /** Most persons in each category, which is the number of its prices a night. */
  public Map<String, Integer> capacities() {
    return property().categories().stream()
        .collect(Collectors.toMap(Property.SpaceCategory::code, Property.SpaceCategory::capacity));
  }

  /** The pairs that are pushed: synchronised rates in synchronised categories. */
  public List<Property.Pair> pairs() {
    Property property = property();
    Set<String> rates =
        property.ratePlans().stream()
            .filter(Property.RatePlan::synchronised)
            .map(Property.RatePlan::code)
            .collect(Collectors.toSet());
    Set<String> categories =
        property.categories().stream()
            .filter(Property.SpaceCategory::synchronised)
            .map(Property.SpaceCategory::code)
            .collect(Collectors.toSet());
    return property.pairs().stream()
        .filter(pair -> rates.contains(pair.ratePlanCode()))
        .filter(pair -> categories.contains(pair.spaceTypeCode()))
        .toList();
  }

  /** Switches kinds on; each marks its whole horizon for pushing. */
  public void enable(Set<InventoryKind> kinds) {
    control.enable(connectionToken, kinds);
  }

  public void changeAvailability(List<AvailabilityChange> changes) {
    control.changeAvailability(propertyId, changes);
  }

  public void changePrices(List<PriceChange> changes) {
    control.changePrices(propertyId, changes);
  }

  public void changeRestrictions(List<RestrictionChange> changes) {
    control.changeRestrictions(propertyId, changes);
  }

  /** Marks nights of every synchronised key of the kinds for pushing, changed or not. */
  public void requestFullUpdate(Nights nights, Set<InventoryKind> kinds) {
    control.requestFullUpdate(connectionToken, nights, kinds);
  }

  /** As {@link #requestFullUpdate(Nights, Set)}, for all three kinds. */
  public void requestFullUpdate(Nights nights) {
    requestFullUpdate(nights, EnumSet.allOf(InventoryKind.class));
  }

  public void addUnannouncedCategory(String spaceTypeCode) {
    control.addUnannouncedCategory(connectionToken, spaceTypeCode);
  }

  public void addUnannouncedRate(String ratePlanCode, String spaceTypeCode) {
    control.addUnannouncedRate(connectionToken, ratePlanCode, spaceTypeCode);
  }

  public void removeUnannounced(String code) {
    control.removeUnannounced(connectionToken, code);
  }

  public boolean isSynchronised(String code) {
    return control.isSynchronised(connectionToken, code);
  }

  /** Sends Confirm booking once for a booking that the candidate never made. */
  public void confirmInventedBooking(
      String channelManagerId, String reservationCode, String confirmationNumber) {
    control.confirmInventedBooking(
        connectionToken, channelManagerId, reservationCode, confirmationNumber);
  }

  /** Waits until nothing is left to push; answers whether nothing is left. */
  public boolean awaitDelivered() {
    return awaitDelivered(patience);
  }

  public boolean awaitDelivered(Duration atMost) {
    return control.awaitDelivered(connectionToken, atMost);
  }

  /** Waits until the candidate was notified of every change, or the time is over. */
  public boolean awaitNotified(Duration atMost) {
    return control.awaitNotified(connectionToken, atMost);
  }

  public void discardPending() {
    control.discardPending(connectionToken);
  }

  /** What is stored of bookings whose identifier starts with the prefix; recorded as evidence. */
  public JsonNode observeBookings(String channelManagerIdPrefix) {
    return control.observeBookings(connectionToken, channelManagerIdPrefix);
  }

  /** The channels that Mews knows; recorded as evidence. */
  public JsonNode observeChannels() {
    return control.observeChannels(connectionToken);
  }

  /** Makes an availability block of the property; answers Mews' number of it. */
  public String makeBlock(BlockOrder order) {
    return control.blocks().create(propertyId, order);
  }

  /** Gives a block of the property a new definition. */
  public void changeBlock(String number, BlockOrder order) {
    control.blocks().change(propertyId, number, order);
  }

  public void cancelBlock(String number) {
    control.blocks().cancel(propertyId, number);
  }

  /** What is stored of availability blocks; recorded as evidence. */
  public JsonNode observeBlocks() {
    return control.observeBlocks(connectionToken);
  }

  /** The property with what only its configuration tells. */
  public PropertyDetails details() {
    return control.details(propertyId);
  }

  /** What a hotelier may change at the property and its connections. */
  public PropertyEditing editing() {
    return control.editing();
  }

  /** Bookings that hotel staff make, change and cancel. */
  public StaffDesk staff() {
    return control.staff();
  }

  /** Switches the connection off as a whole; what waits to be pushed is dropped. */
  public void disconnect() {
    editing().connections().disable(connectionToken);
  }

  /** Root address of the Mews side. */
  public URI url() {
    return control.url();
  }

  /** What is sellable now; recorded as evidence. */
  public JsonNode observeAvailability(Nights nights) {
    return control.observeAvailability(connectionToken, nights);
  }
}
