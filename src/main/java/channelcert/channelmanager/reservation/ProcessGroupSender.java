package channelcert.channelmanager.reservation;

import static java.util.stream.Collectors.joining;

import channelcert.contract.Caller;
import channelcert.contract.Reply;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.client.ReservationClient;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Sends stored group messages, completed by tokens and card. */
public final class ProcessGroupSender {
  private final ReservationClient client;
  private final URI address;
  private final String mewsClientToken;

  /**
   * Makes a sender.
   *
   * @param address of Process group, the card proxy included
   * @param mewsClientToken what we present to Mews
   */
  public ProcessGroupSender(Caller caller, URI address, String mewsClientToken) {
    this.client = new ReservationClient(caller);
    this.address = address;
    this.mewsClientToken = mewsClientToken;
  }

  Delivery send(OutgoingMessage message, Optional<HeldCard> card) {
    ProcessGroupRequest.Builder request =
        ProcessGroupMapper.read(message.body())
            .with()
            .clientToken(mewsClientToken)
            .connectionToken(message.connectionToken());
    card.map(ProcessGroupMapper::card).ifPresent(request::paymentCard);
    return switch (client.processGroup(address, request.build())) {
      case Reply.Failed<SimpleResponse>(String reason) -> new Delivery.Postponed(reason);
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) -> delivery(answer);
    };
  }

  private static Delivery delivery(SimpleResponse answer) {
    if (answer.success()) {
      return new Delivery.Accepted();
    }
    List<Error> errors = errors(answer);
    if (errors.stream().allMatch(error -> error.code() == ErrorCode.SYSTEM_ERROR)) {
      return new Delivery.Postponed(
          "Mews answered: " + errors.stream().map(Error::message).collect(joining("; ")));
    }
    if (!errors.isEmpty() && errors.stream().allMatch(ProcessGroupSender::isAboutTheConnection)) {
      return new Delivery.Held(errors.stream().map(ProcessGroupSender::reported).toList());
    }
    return new Delivery.Rejected(errors.stream().map(ProcessGroupSender::reported).toList());
  }

  /** Nothing is wrong with the message: connection, token or operation are switched off at Mews. */
  private static boolean isAboutTheConnection(Error error) {
    return switch (error.code().wire()) {
      case 3, 8 -> true;
      case 9 -> error.rateCode() == null;
      default -> false;
    };
  }

  /** The single error of former years is read as a list of one. */
  private static List<Error> errors(SimpleResponse answer) {
    if (answer.errors() != null && !answer.errors().isEmpty()) {
      return answer.errors();
    }
    return answer.error() == null ? List.of() : List.of(answer.error());
  }

  private static ReportedError reported(Error error) {
    return new ReportedError(error.code().wire(), error.message());
  }
}
