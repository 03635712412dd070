package channelcert.mews.reservation.outgoing;

import channelcert.contract.Caller;
import channelcert.mews.inventory.InventoryStore;
import channelcert.mews.inventory.NightPriceView;
import channelcert.mews.inventory.Retries;
import channelcert.mews.message.Outgoing;
import channelcert.mews.message.OutgoingConfirmationStore;
import channelcert.mews.message.OutgoingSender;
import channelcert.mews.message.OutgoingStore;
import channelcert.mews.property.Property;
import channelcert.mews.property.PropertyStore;
import channelcert.mews.reservation.BlockLedger;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Bookings by hotel staff. What a method stored is durable; the delivery sends it afterwards. Safe
 * for many threads.
 */
public final class OutgoingSide implements StaffDesk {
  private final PropertyStore properties;
  private final NightPriceView prices;
  private final Supplier<String> ids;
  private final OutgoingStore outgoing;
  private final StaffStore staff;
  private final OutgoingSender sender;
  private final GroupConfirmationResource confirmations;

  /**
   * Makes the side over its database.
   *
   * @param ids gives identifiers of bookings, each once
   * @param caller sends messages
   * @param mewsUrl root address of the Mews side as channel managers must call it
   * @param blockCodes what the channel manager of a connection calls the block with a number
   */
  public OutgoingSide(
      Database database,
      PropertyStore properties,
      InventoryStore inventory,
      BlockLedger blocks,
      Clock clock,
      Supplier<String> ids,
      Caller caller,
      Supplier<URI> mewsUrl,
      BiFunction<String, String, Optional<String>> blockCodes,
      Retries retries) {
    this.properties = properties;
    this.prices = new NightPriceView(inventory);
    this.ids = ids;
    this.outgoing = new OutgoingStore(database);
    this.staff = new StaffStore(database, inventory, blocks, outgoing, clock);
    this.sender = new GroupSender(caller, mewsUrl, blockCodes);
    this.confirmations =
        new GroupConfirmationResource(
            properties, new OutgoingConfirmationStore(database, sender, retries, clock));
  }

  /** What sends messages about bookings, for the delivery. */
  public OutgoingSender sender() {
    return sender;
  }

  /** What takes the confirmations of channel managers. */
  public GroupConfirmationResource confirmations() {
    return confirmations;
  }

  @Override
  public HouseGroup create(String propertyId, StaffBooking booking) {
    Property property = checked(propertyId, booking);
    return staff.create(
        propertyId, numbers -> new StaffPlan(property, prices, numbers).create(ids.get(), booking));
  }

  @Override
  public HouseGroup change(String propertyId, String groupId, StaffBooking booking) {
    Property property = checked(propertyId, booking);
    return staff.change(
        propertyId,
        groupId,
        (known, numbers) -> new StaffPlan(property, prices, numbers).define(known, booking));
  }

  private Property checked(String propertyId, StaffBooking booking) {
    Property property = properties.property(propertyId);
    new StaffRules(property).check(booking);
    return property;
  }

  @Override
  public HouseGroup move(
      String propertyId, String groupId, String confirmationNumber, TimeState state) {
    return staff.change(
        propertyId,
        groupId,
        (known, numbers) -> {
          StaffRules.require(
              known.reservations().stream()
                  .anyMatch(each -> each.confirmationNumber().equals(confirmationNumber)),
              "the booking has no reservation " + confirmationNumber);
          return known.with(
              known.reservations().stream()
                  .map(
                      each ->
                          each.confirmationNumber().equals(confirmationNumber)
                              ? each.in(state)
                              : each)
                  .toList());
        });
  }

  @Override
  public HouseGroup cancel(String propertyId, String groupId) {
    return staff.change(
        propertyId,
        groupId,
        (known, numbers) ->
            known.with(
                known.reservations().stream()
                    .map(
                        each -> each.timeState().isCancelled() ? each : each.in(TimeState.CANCELED))
                    .toList()));
  }

  @Override
  public HouseGroup group(String propertyId, String groupId) {
    return staff.group(propertyId, groupId);
  }

  @Override
  public List<HouseGroup> groups(String propertyId) {
    return staff.groups(properties.property(propertyId).id());
  }

  @Override
  public List<Outgoing> messages(String propertyId, String groupId) {
    return outgoing.about(propertyId, groupId);
  }
}
