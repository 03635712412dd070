package channelcert.mews;

import channelcert.contract.mews.ProcessAvailabilityBlockRequest;
import channelcert.contract.mews.api.AvailabilityBlockApi;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ProcessAvailabilityBlockConfirmationRequest;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;

/** The answers of a property that has availability blocks switched off on every connection. */
public final class BlocksDisabledResource implements AvailabilityBlockApi {
  private final Connections connections;

  BlocksDisabledResource(Connections connections) {
    this.connections = connections;
  }

  @Override
  public SimpleResponse processAvailabilityBlock(ProcessAvailabilityBlockRequest request) {
    return refuse(
        request.clientToken(),
        request.connectionToken(),
        Refusal.of(
            ErrorCode.RATE_ERROR,
            "Availability blocks are not switched on for this connection; ask the property to"
                + " enable them."));
  }

  @Override
  public SimpleResponse processAvailabilityBlockConfirmation(
      ProcessAvailabilityBlockConfirmationRequest request) {
    return refuse(
        request.clientToken(),
        request.connectionToken(),
        Refusal.of(
            ErrorCode.VALIDATION_ERROR,
            "Mews sent no availability block with the message '"
                + request.relatedMessageId()
                + "' on this connection; 'relatedMessageId' is the messageId of the block."));
  }

  private SimpleResponse refuse(String clientToken, String connectionToken, Refusal refusal) {
    return switch (connections.authenticate(clientToken, connectionToken)) {
      case Access.Denied denied -> AnswerMapper.refused(denied.refusal());
      case Access.Granted _ -> AnswerMapper.refused(refusal);
    };
  }
}
