package channelcert.pact;

import channelcert.contract.Operation;
import channelcert.contract.channelmanager.client.GroupDeliveryClient;
import channelcert.contract.channelmanager.client.NotificationClient;
import channelcert.contract.channelmanager.client.ReservationConfirmationClient;
import channelcert.contract.mews.client.AvailabilityBlockClient;
import channelcert.contract.mews.client.ConfigurationClient;
import channelcert.contract.mews.client.InventoryClient;
import channelcert.contract.mews.client.PropertyClient;
import channelcert.contract.mews.client.ReservationClient;
import java.util.List;

/** Every operation of the published API, as its callers know it. */
final class Operations {
  private static final List<Operation<?, ?>> ALL =
      List.of(
          channelcert.contract.channelmanager.client.InventoryClient.UPDATE_AVAILABILITY,
          channelcert.contract.channelmanager.client.InventoryClient.UPDATE_PRICES,
          channelcert.contract.channelmanager.client.InventoryClient.UPDATE_RESTRICTIONS,
          ReservationConfirmationClient.CONFIRM_GROUP,
          NotificationClient.CHANGE_NOTIFICATON,
          GroupDeliveryClient.PROCESS_GROUP,
          channelcert.contract.channelmanager.client.AvailabilityBlockClient
              .PROCESS_AVAILABILITY_BLOCK,
          channelcert.contract.channelmanager.client.AvailabilityBlockClient
              .PROCESS_AVAILABILITY_BLOCK_CONFIRMATION,
          PropertyClient.GET_PROPERTIES,
          ConfigurationClient.GET_CONFIGURATION,
          ConfigurationClient.GET_CHANNELS,
          ConfigurationClient.SET_INVENTORY,
          InventoryClient.REQUEST_ARI_UPDATE,
          InventoryClient.PROCESS_AVAILABILITY_CONFIRMATION,
          InventoryClient.PROCESS_RATE_CONFIRMATION,
          InventoryClient.PROCESS_RESTRICTION_CONFIRMATION,
          AvailabilityBlockClient.PROCESS_AVAILABILITY_BLOCK,
          AvailabilityBlockClient.PROCESS_AVAILABILITY_BLOCK_CONFIRMATION,
          ReservationClient.PROCESS_GROUP,
          ReservationClient.PROCESS_GROUP_CONFIRMATION);

  private Operations() {}

  static List<Operation<?, ?>> all() {
    return ALL;
  }

  static Operation<?, ?> at(String path) {
    return ALL.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
  }
}
