package channelcert.mews.reservation.outgoing;

import channelcert.contract.Caller;
import channelcert.contract.Reply;
import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.ReservationToChm;
import channelcert.contract.channelmanager.client.GroupDeliveryClient;
import channelcert.contract.mews.client.ReservationClient;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.reservation.Stored;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Completes stored messages with tokens, ids and codes, and sends them. */
final class OutgoingSender {
  private final GroupDeliveryClient client;
  private final Supplier<URI> mewsUrl;

  /**
   * Makes a sender.
   *
   * @param mewsUrl root address of the Mews side as channel managers must call it
   */
  OutgoingSender(Caller caller, Supplier<URI> mewsUrl) {
    this.client = new GroupDeliveryClient(caller);
    this.mewsUrl = mewsUrl;
  }

  /** What came of an attempt. */
  sealed interface Result {
    /** The channel manager will confirm. */
    record Accepted() implements Result {}

    /** It did not take the message. */
    record Failed(GroupFailure failure) implements Result {}

    /** There is nothing to say: it never knew the booking that is cancelled. */
    record Needless() implements Result {}
  }

  Result send(
      ConnectionDetails connection, URI address, Outgoing message, GroupCodeStore.Codes codes) {
    ProcessGroupToChmRequest request = complete(connection, message, codes);
    if (isCancellation(request) && request.channelManagerId() == null) {
      return new Result.Needless();
    }
    return switch (client.processGroup(address, request)) {
      case Reply.Failed<SimpleResponse>(String reason) ->
          failed(List.of(Refusal.of(ErrorCode.SYSTEM_ERROR, reason)));
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) ->
          Boolean.TRUE.equals(answer.success())
              ? new Result.Accepted()
              : failed(AnswerMapper.refusals(answer.errors(), answer.error()));
    };
  }

  private static Result failed(List<Refusal> refusals) {
    return new Result.Failed(GroupFailure.of(refusals));
  }

  private ProcessGroupToChmRequest complete(
      ConnectionDetails connection, Outgoing message, GroupCodeStore.Codes codes) {
    ProcessGroupToChmRequest stored =
        Stored.read(message.content(), ProcessGroupToChmRequest.class);
    List<ReservationToChm> reservations = stored.reservations();
    return stored
        .with()
        .clientToken(connection.tokenTowardsChannelManager())
        .connectionToken(connection.token())
        .messageId(Objects.requireNonNull(message.messageId()))
        .responseUrl(mewsUrl.get() + ReservationClient.PROCESS_GROUP_CONFIRMATION.path())
        .channelManagerId(
            stored.channelManagerId() == null ? codes.group() : stored.channelManagerId())
        .reservations(
            reservations == null
                ? List.of()
                : reservations.stream().map(each -> coded(each, codes.reservations())).toList())
        .build();
  }

  private static ReservationToChm coded(ReservationToChm reservation, Map<String, String> codes) {
    String known = reservation.code();
    return reservation
        .with()
        .code(known == null ? codes.get(reservation.confirmationNumber()) : known)
        .build();
  }

  private static boolean isCancellation(ProcessGroupToChmRequest request) {
    return request.reservations() == null || request.reservations().isEmpty();
  }
}
