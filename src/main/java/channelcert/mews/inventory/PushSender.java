package channelcert.mews.inventory;

import static channelcert.contract.mews.client.InventoryClient.PROCESS_AVAILABILITY_CONFIRMATION;
import static channelcert.contract.mews.client.InventoryClient.PROCESS_RATE_CONFIRMATION;
import static channelcert.contract.mews.client.InventoryClient.PROCESS_RESTRICTION_CONFIRMATION;

import channelcert.contract.Caller;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.contract.channelmanager.Availability;
import channelcert.contract.channelmanager.Restriction;
import channelcert.contract.channelmanager.RestrictionState;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.channelmanager.client.InventoryClient;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Property;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts items into the published messages and sends them to the registered addresses. */
final class PushSender {
  private final InventoryClient client;
  private final Supplier<URI> mewsUrl;

  /**
   * Makes a sender.
   *
   * @param mewsUrl root address of the Mews side as channel managers must call it
   */
  PushSender(Caller caller, Supplier<URI> mewsUrl) {
    this.client = new InventoryClient(caller);
    this.mewsUrl = mewsUrl;
  }

  /** Where the channel manager takes updates of the kind; empty when it registered no address. */
  static Optional<URI> address(ConnectionDetails connection, InventoryKind kind) {
    String operation =
        switch (kind) {
          case AVAILABILITY -> InventoryClient.UPDATE_AVAILABILITY.id();
          case PRICES -> InventoryClient.UPDATE_PRICES.id();
          case RESTRICTIONS -> InventoryClient.UPDATE_RESTRICTIONS.id();
        };
    return Optional.ofNullable(connection.endpoints().get(operation));
  }

  /** Sends one message and waits for the answer. */
  Outcome send(
      ConnectionDetails connection,
      Property property,
      InventoryKind kind,
      String messageId,
      List<InventoryItem> items) {
    URI address = address(connection, kind).orElseThrow();
    Reply<SimpleResponse> reply =
        switch (kind) {
          case AVAILABILITY ->
              client.updateAvailability(address, availability(connection, messageId, items));
          case PRICES ->
              client.updatePrices(address, prices(connection, property, messageId, items));
          case RESTRICTIONS ->
              client.updateRestrictions(address, restrictions(connection, messageId, items));
        };
    return switch (reply) {
      case Reply.Failed<SimpleResponse> failed -> new Outcome.Unreachable(failed.reason());
      case Reply.Answered<SimpleResponse> answered -> outcome(answered.body());
    };
  }

  private static Outcome outcome(SimpleResponse answer) {
    if (!Boolean.TRUE.equals(answer.success())) {
      return new Outcome.Refused(AnswerMapper.refusals(answer.errors(), answer.error()));
    }
    return Boolean.TRUE.equals(answer.asyncConfirmation())
        ? new Outcome.Accepted()
        : new Outcome.Delivered();
  }

  private UpdateAvailabilityRequest availability(
      ConnectionDetails connection, String messageId, List<InventoryItem> items) {
    return UpdateAvailabilityRequest.builder()
        .clientToken(connection.tokenTowardsChannelManager())
        .connectionToken(connection.token())
        .messageId(messageId)
        .responseUrl(responseUrl(PROCESS_AVAILABILITY_CONFIRMATION))
        .availabilities(items.stream().map(PushSender::availability).toList())
        .build();
  }

  /** More bookings than units is nothing that a channel could sell, so the lowest value is 0. */
  private static Availability availability(InventoryItem item) {
    return Availability.builder()
        .spaceTypeCode(item.key().spaceTypeCode())
        .from(item.nights().first())
        .to(item.nights().last())
        .availability(Math.max(0, Integer.parseInt(item.value())))
        .build();
  }

  private UpdatePricesRequest prices(
      ConnectionDetails connection,
      Property property,
      String messageId,
      List<InventoryItem> items) {
    PriceMapper prices = new PriceMapper(connection, property);
    return UpdatePricesRequest.builder()
        .clientToken(connection.tokenTowardsChannelManager())
        .connectionToken(connection.token())
        .messageId(messageId)
        .responseUrl(responseUrl(PROCESS_RATE_CONFIRMATION))
        .ratePrices(prices.ratePrices(items))
        .dependentRates(prices.dependentRates(items))
        .build();
  }

  private UpdateRestrictionsRequest restrictions(
      ConnectionDetails connection, String messageId, List<InventoryItem> items) {
    return UpdateRestrictionsRequest.builder()
        .clientToken(connection.tokenTowardsChannelManager())
        .connectionToken(connection.token())
        .messageId(messageId)
        .responseUrl(responseUrl(PROCESS_RESTRICTION_CONFIRMATION))
        .restrictions(items.stream().map(PushSender::restriction).toList())
        .build();
  }

  private static Restriction restriction(InventoryItem item) {
    RestrictionText text = RestrictionText.read(item.value());
    return Restriction.builder()
        .spaceTypeCode(item.key().spaceTypeCode())
        .ratePlanCode(item.key().ratePlanCode())
        .from(item.nights().first())
        .to(item.nights().last())
        .state(text.states().stream().map(RestrictionState::of).toList())
        .minLos(text.minLos())
        .maxLos(text.maxLos())
        .build();
  }

  private String responseUrl(Operation<?, ?> confirmation) {
    return mewsUrl.get() + confirmation.path();
  }
}
