package channelcert.mews.control;

import channelcert.contract.control.Availability;
import channelcert.contract.control.NightsCommand;
import channelcert.contract.control.SetAvailabilityCommand;
import channelcert.contract.control.SetHotelierRestrictionsCommand;
import channelcert.contract.control.SetPricesCommand;
import channelcert.contract.control.SetRestrictionsCommand;
import channelcert.contract.control.api.InventoryApi;
import channelcert.http.Json;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.HotelierForm;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Availability, prices and restrictions, as the property sets them. */
public final class InventoryResource implements InventoryApi {
  private final MewsControl mews;
  private final ConnectionNames names;

  InventoryResource(MewsControl mews, ConnectionNames names) {
    this.mews = mews;
    this.names = names;
  }

  @Override
  public void setAvailability(SetAvailabilityCommand command) {
    mews.changeAvailability(
        command.propertyId(), command.changes().stream().map(InventoryMapper::change).toList());
  }

  @Override
  public void setPrices(SetPricesCommand command) {
    mews.changePrices(
        command.propertyId(), command.changes().stream().map(InventoryMapper::change).toList());
  }

  @Override
  public void setRestrictions(SetRestrictionsCommand command) {
    mews.changeRestrictions(
        command.propertyId(), command.changes().stream().map(InventoryMapper::change).toList());
  }

  @Override
  public void setHotelierRestrictions(SetHotelierRestrictionsCommand command) {
    mews.changeRestrictions(
        command.propertyId(),
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
}
