package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.AnswerMapper;
import channelcert.contract.Caller;
import channelcert.contract.Reply;
import channelcert.contract.mews.client.InventoryClient;
import channelcert.contract.shared.ConfirmationRequest;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import java.net.URI;
import java.util.List;

/** Posts confirmations to the addresses that the pushes named. */
public final class PushConfirmationSender {
  private final InventoryClient client;
  private final String mewsClientToken;

  /**
   * Makes a sender.
   *
   * @param mewsClientToken what we present to Mews
   */
  public PushConfirmationSender(Caller caller, String mewsClientToken) {
    this.client = new InventoryClient(caller);
    this.mewsClientToken = mewsClientToken;
  }

  /** Sends once; answers whether it is over: Mews took it, or said that it never will. */
  boolean send(PushConfirmation confirmation) {
    URI address = URI.create(confirmation.responseUrl());
    ConfirmationRequest request = request(confirmation);
    Reply<SimpleResponse> reply =
        switch (confirmation.kind()) {
          case AVAILABILITY -> client.processAvailabilityConfirmation(address, request);
          case PRICES -> client.processRateConfirmation(address, request);
          case RESTRICTIONS -> client.processRestrictionConfirmation(address, request);
        };
    return switch (reply) {
      case Reply.Failed<SimpleResponse> failed -> false;
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) ->
          answer.success() || !isSystemError(answer);
    };
  }

  private ConfirmationRequest request(PushConfirmation confirmation) {
    boolean success = confirmation.refusals().isEmpty();
    return ConfirmationRequest.builder()
        .clientToken(mewsClientToken)
        .connectionToken(confirmation.connectionToken())
        .relatedMessageId(confirmation.messageId())
        .success(success)
        .errors(success ? null : AnswerMapper.errors(confirmation.refusals()))
        .build();
  }

  private static boolean isSystemError(SimpleResponse answer) {
    List<Error> errors = answer.errors() == null ? List.of() : answer.errors();
    return errors.stream().anyMatch(error -> error.code() == ErrorCode.SYSTEM_ERROR);
  }
}
