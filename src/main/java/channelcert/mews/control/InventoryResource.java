package channelcert.mews.control;

import channelcert.contract.control.Availability;
import channelcert.contract.control.NightsCommand;
import channelcert.contract.control.Prices;
import channelcert.contract.control.ReadInventoryCommand;
import channelcert.contract.control.Restrictions;
import channelcert.contract.control.SetAvailabilityCommand;
import channelcert.contract.control.SetHotelierRestrictionsCommand;
import channelcert.contract.control.SetPricesCommand;
import channelcert.contract.control.SetRestrictionsCommand;
import channelcert.contract.control.api.InventoryApi;
import channelcert.http.Json;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.HotelierForm;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/** Availability, prices and restrictions, as the property sets them. */
public final class InventoryResource implements InventoryApi {
  private final MewsControl mews;
  private final ControlStore store;
  private final ConnectionNames names;

  InventoryResource(MewsControl mews, ControlStore store, ConnectionNames names) {
    this.mews = mews;
    this.store = store;
    this.names = names;
  }

  @Override
  public void setAvailability(SetAvailabilityCommand command) {
    mews.changeAvailability(
        store.known(command.propertyId()),
        command.changes().stream().map(InventoryMapper::change).toList());
  }

  @Override
  public void setPrices(SetPricesCommand command) {
    mews.changePrices(
        store.known(command.propertyId()),
        command.changes().stream().map(InventoryMapper::change).toList());
  }

  @Override
  public void setRestrictions(SetRestrictionsCommand command) {
    mews.changeRestrictions(
        store.known(command.propertyId()),
        command.changes().stream().map(InventoryMapper::change).toList());
  }

  @Override
  public void setHotelierRestrictions(SetHotelierRestrictionsCommand command) {
    mews.changeRestrictions(
        store.known(command.propertyId()),
        List.of(
            HotelierForm.change(
                command.ratePlanCode(),
                command.spaceTypeCode(),
                InventoryMapper.nights(command.from(), command.to()),
                command.restrictions().stream().map(InventoryMapper::restriction).toList())));
  }

  @Override
  public Availability readAvailability(NightsCommand command) {
    JsonNode shown =
        mews.observeAvailability(
            names.token(command.connection()),
            InventoryMapper.nights(command.from(), command.to()));
    return Json.mapper().convertValue(shown, Availability.class);
  }

  @Override
  public Prices readPrices(ReadInventoryCommand command) {
    return new Prices(
        mews.inventory().prices(property(command), pairs(command), nights(command)).stream()
            .map(InventoryMapper::shown)
            .toList());
  }

  @Override
  public Restrictions readRestrictions(ReadInventoryCommand command) {
    return new Restrictions(
        mews.inventory().restrictions(property(command), pairs(command), nights(command)).stream()
            .map(InventoryMapper::shown)
            .toList());
  }

  private Property property(ReadInventoryCommand command) {
    return mews.property(store.known(command.propertyId()));
  }

  private static Nights nights(ReadInventoryCommand command) {
    return InventoryMapper.nights(command.from(), command.to());
  }

  private static Predicate<Pair> pairs(ReadInventoryCommand command) {
    String rate = command.ratePlanCode();
    String category = command.spaceTypeCode();
    return pair ->
        (rate == null || rate.equals(pair.ratePlanCode()))
            && (category == null || category.equals(pair.spaceTypeCode()));
  }
}
