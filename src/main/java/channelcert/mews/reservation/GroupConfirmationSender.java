package channelcert.mews.reservation;

import channelcert.contract.Caller;
import channelcert.contract.channelmanager.ConfirmGroupRequest;
import channelcert.contract.channelmanager.client.ReservationConfirmationClient;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ReservationConfirmation;
import channelcert.mews.Refusal;
import channelcert.mews.message.ResultMapper;
import channelcert.mews.message.SentResult;
import channelcert.mews.property.ConnectionDetails;
import java.net.URI;
import java.util.List;

/** Sends Confirm booking to the registered address of a connection. */
final class GroupConfirmationSender {
  private static final String OPERATION = "confirmGroup";

  private final ReservationConfirmationClient client;

  GroupConfirmationSender(Caller caller) {
    this.client = new ReservationConfirmationClient(caller);
  }

  SentResult send(ConnectionDetails connection, Confirmation confirmation) {
    URI address = connection.endpoints().get(OPERATION);
    if (address == null) {
      return new SentResult.Retry("no address is registered for " + OPERATION);
    }
    return ResultMapper.read(client.confirmGroup(address, request(connection, confirmation)));
  }

  private static ConfirmGroupRequest request(
      ConnectionDetails connection, Confirmation confirmation) {
    Refusal error = confirmation.error();
    return ConfirmGroupRequest.builder()
        .clientToken(connection.tokenTowardsChannelManager())
        .connectionToken(connection.token())
        .relatedMessageId(confirmation.relatedMessageId())
        .channelManagerId(confirmation.channelManagerId())
        .reservations(error == null ? reservations(confirmation) : null)
        .error(error == null ? null : error(error))
        .build();
  }

  private static List<ReservationConfirmation> reservations(Confirmation confirmation) {
    return confirmation.reservations().stream()
        .map(each -> new ReservationConfirmation(each.code(), each.confirmationNumber()))
        .toList();
  }

  private static Error error(Refusal refusal) {
    return new Error(refusal.code(), refusal.message(), refusal.categoryCode(), refusal.rateCode());
  }
}
