package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.PushKind;
import channelcert.channelmanager.mapping.AnswerMapper;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.contract.channelmanager.Availability;
import channelcert.contract.channelmanager.DependentRate;
import channelcert.contract.channelmanager.RatePrice;
import channelcert.contract.channelmanager.Restriction;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.StreamedJson;
import channelcert.http.StreamedJson.EntryList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/**
 * The three pushes. Their lists are read entry by entry, which the generated interface, whose
 * methods take whole messages, does not allow; addresses and types are those of the contract.
 */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class InventoryResource {
  private final PushIntake intake;

  public InventoryResource(PushIntake intake) {
    this.intake = intake;
  }

  /** Takes availability. */
  @POST
  @Path("/updateAvailability")
  public SimpleResponse updateAvailability(StreamedJson body) {
    PushContents contents = new PushContents();
    UpdateAvailabilityRequest request =
        body.read(
            UpdateAvailabilityRequest.class,
            Map.of(
                "availabilities",
                new EntryList<>(
                    Availability.class, entry -> PushMapper.availability(entry, contents))));
    Envelope envelope =
        new Envelope(
            request.clientToken(),
            request.connectionToken(),
            request.messageId(),
            request.responseUrl());
    return answer(intake.take(envelope, PushKind.AVAILABILITY, contents));
  }

  /** Takes prices and rules by which rates derive. */
  @POST
  @Path("/updatePrices")
  public SimpleResponse updatePrices(StreamedJson body) {
    return body.attempt(PlainPrices::read)
        .map(read -> answer(intake.take(read.envelope(), PushKind.PRICES, read.contents())))
        .orElseGet(() -> updatePricesWithCare(body));
  }

  private SimpleResponse updatePricesWithCare(StreamedJson body) {
    PushContents contents = new PushContents();
    UpdatePricesRequest request =
        body.read(
            UpdatePricesRequest.class,
            Map.of(
                "ratePrices",
                new EntryList<>(RatePrice.class, entry -> PushMapper.prices(entry, contents)),
                "dependentRates",
                new EntryList<>(DependentRate.class, rate -> PushMapper.rule(rate, contents))));
    if (request.ratePrices() == null && request.dependentRates() == null) {
      return answer(
          Taken.refused(
              Refusal.of(
                  RefusalCode.VALIDATION,
                  "The message has neither ratePrices nor dependentRates. Send at least one.")));
    }
    Envelope envelope =
        new Envelope(
            request.clientToken(),
            request.connectionToken(),
            request.messageId(),
            request.responseUrl());
    return answer(intake.take(envelope, PushKind.PRICES, contents));
  }

  /** Takes restrictions. */
  @POST
  @Path("/updateRestrictions")
  public SimpleResponse updateRestrictions(StreamedJson body) {
    PushContents contents = new PushContents();
    UpdateRestrictionsRequest request =
        body.read(
            UpdateRestrictionsRequest.class,
            Map.of(
                "restrictions",
                new EntryList<>(
                    Restriction.class, entry -> PushMapper.restriction(entry, contents))));
    Envelope envelope =
        new Envelope(
            request.clientToken(),
            request.connectionToken(),
            request.messageId(),
            request.responseUrl());
    return answer(intake.take(envelope, PushKind.RESTRICTIONS, contents));
  }

  private static SimpleResponse answer(Taken taken) {
    return taken.later() ? AnswerMapper.later() : AnswerMapper.answer(taken.refusals());
  }
}
