package channelcert.http;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.channelmanager.api.InventoryApi;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts every push and keeps it, so that a test sees what came through. */
final class StoreOfPushes implements InventoryApi {
  final List<Object> pushes = new CopyOnWriteArrayList<>();

  @Override
  public SimpleResponse updateAvailability(UpdateAvailabilityRequest push) {
    return accept(push);
  }

  @Override
  public SimpleResponse updatePrices(UpdatePricesRequest push) {
    if (push.messageId().equals("long")) {
      Error error =
          Error.builder().code(ErrorCode.PRICES_ERROR).message("x".repeat(90_000)).build();
      return SimpleResponse.builder().success(false).errors(List.of(error)).build();
    }
    return accept(push);
  }

  @Override
  public SimpleResponse updateRestrictions(UpdateRestrictionsRequest push) {
    switch (push.messageId()) {
      case "deep" -> throw new StackOverflowError("com.example.Secret");
      case "big" -> throw new OutOfMemoryError("com.example.Secret");
      default -> throw new IllegalStateException("a fault inside, com.example.Secret");
    }
  }

  private SimpleResponse accept(Object push) {
    pushes.add(push);
    return SimpleResponse.builder().success(true).asyncConfirmation(false).build();
  }
}
