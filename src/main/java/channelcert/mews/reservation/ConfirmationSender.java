package channelcert.mews.reservation;

import channelcert.contract.Caller;
import channelcert.contract.Reply;
import channelcert.contract.channelmanager.ConfirmGroupRequest;
import channelcert.contract.channelmanager.client.ReservationConfirmationClient;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ReservationConfirmation;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import channelcert.mews.property.ConnectionDetails;
import java.net.URI;
import java.util.List;

/** Sends Confirm booking to the registered address of a connection. */
final class ConfirmationSender {
  private static final String OPERATION = "confirmGroup";

  private final ReservationConfirmationClient client;

  ConfirmationSender(Caller caller) {
    this.client = new ReservationConfirmationClient(caller);
  }

  /** What came of an attempt. */
  sealed interface Result {
    /** The channel manager knows the result. */
    record Delivered() implements Result {}

    /** The channel manager does not want the message, now or later. */
    record Refused(int code, String reason) implements Result {}

    /** There was no answer, or a fault that passes. */
    record Retry(String reason) implements Result {}
  }

  Result send(ConnectionDetails connection, Confirmation confirmation) {
    URI address = connection.endpoints().get(OPERATION);
    if (address == null) {
      return new Result.Retry("no address is registered for " + OPERATION);
    }
    return switch (client.confirmGroup(address, request(connection, confirmation))) {
      case Reply.Failed<SimpleResponse>(String reason) -> new Result.Retry(reason);
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) -> read(answer);
    };
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

  private static Result read(SimpleResponse answer) {
    if (Boolean.TRUE.equals(answer.success())) {
      return new Result.Delivered();
    }
    List<Refusal> refusals = AnswerMapper.refusals(answer.errors(), answer.error());
    String reason = refusals.getFirst().message();
    boolean passes =
        refusals.stream().allMatch(refusal -> refusal.code() == ErrorCode.SYSTEM_ERROR);
    return passes
        ? new Result.Retry(reason)
        : new Result.Refused(refusals.getFirst().code().wire(), reason);
  }
}
