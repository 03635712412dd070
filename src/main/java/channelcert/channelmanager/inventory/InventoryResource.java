package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.AnswerMapper;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.contract.channelmanager.DependentRate;
import channelcert.contract.channelmanager.RatePrice;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.channelmanager.api.InventoryApi;
import channelcert.contract.shared.SimpleResponse;
import java.util.List;

/** The three pushes. */
public final class InventoryResource implements InventoryApi {
  private final InventoryIntake intake;

  public InventoryResource(InventoryIntake intake) {
    this.intake = intake;
  }

  @Override
  public SimpleResponse updateAvailability(UpdateAvailabilityRequest request) {
    return answer(
        intake.takeAvailability(
            new Envelope(
                request.clientToken(),
                request.connectionToken(),
                request.messageId(),
                request.responseUrl()),
            request.availabilities().stream().map(InventoryMapper::availability).toList()));
  }

  @Override
  public SimpleResponse updatePrices(UpdatePricesRequest request) {
    if (request.ratePrices() == null && request.dependentRates() == null) {
      return answer(
          Taken.refused(
              Refusal.of(
                  RefusalCode.VALIDATION,
                  "The message has neither ratePrices nor dependentRates. Send at least one.")));
    }
    List<RatePrice> prices = request.ratePrices() == null ? List.of() : request.ratePrices();
    List<DependentRate> rates =
        request.dependentRates() == null ? List.of() : request.dependentRates();
    return answer(
        intake.takePrices(
            new Envelope(
                request.clientToken(),
                request.connectionToken(),
                request.messageId(),
                request.responseUrl()),
            prices.stream().map(InventoryMapper::prices).toList(),
            rates.stream().map(InventoryMapper::rule).toList()));
  }

  @Override
  public SimpleResponse updateRestrictions(UpdateRestrictionsRequest request) {
    return answer(
        intake.takeRestrictions(
            new Envelope(
                request.clientToken(),
                request.connectionToken(),
                request.messageId(),
                request.responseUrl()),
            request.restrictions().stream().map(InventoryMapper::restriction).toList()));
  }

  private static SimpleResponse answer(Taken taken) {
    return taken.later() ? AnswerMapper.later() : AnswerMapper.answer(taken.refusals());
  }
}
