package channelcert.mews.reservation.outgoing;

import channelcert.contract.Caller;
import channelcert.mews.inventory.InventoryStore;
import channelcert.mews.inventory.NightPriceView;
import channelcert.mews.inventory.Retries;
import channelcert.mews.property.Property;
import channelcert.mews.property.PropertyStore;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Bookings by hotel staff and their way to the channel managers. What a method stored is durable;
 * it is sent when {@link #tick} is called. Safe for many threads.
 */
public final class OutgoingSide implements StaffDesk, AutoCloseable {
  private final PropertyStore properties;
  private final NightPriceView prices;
  private final Supplier<String> ids;
  private final OutgoingStore outgoing;
  private final StaffStore staff;
  private final OutgoingDelivery delivery;
  private final GroupConfirmationResource confirmations;

  /**
   * Makes the side over its database.
   *
   * @param ids gives identifiers of bookings and messages, each once
   * @param caller sends messages
   * @param mewsUrl root address of the Mews side as channel managers must call it
   * @param waiting whether a tick waits for the answers to what it sends
   */
  public OutgoingSide(
      Database database,
      PropertyStore properties,
      InventoryStore inventory,
      Clock clock,
      Supplier<String> ids,
      Caller caller,
      Supplier<URI> mewsUrl,
      Retries retries,
      boolean waiting) {
    this.properties = properties;
    this.prices = new NightPriceView(inventory);
    this.ids = ids;
    this.outgoing = new OutgoingStore(database);
    this.staff = new StaffStore(database, inventory, outgoing, clock);
    this.delivery =
        new OutgoingDelivery(
            outgoing,
            properties,
            new OutgoingSender(caller, mewsUrl),
            clock,
            ids,
            retries,
            waiting);
    this.confirmations =
        new GroupConfirmationResource(
            properties, new GroupConfirmationStore(database, retries, clock));
  }

  /** What takes the confirmations of channel managers. */
  public GroupConfirmationResource confirmations() {
    return confirmations;
  }

  /** Sends what is due; answers whether there was anything to do. */
  public boolean tick() {
    return delivery.tick();
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

  /** Gives up what is being sent. */
  @Override
  public void close() {
    delivery.close();
  }
}
