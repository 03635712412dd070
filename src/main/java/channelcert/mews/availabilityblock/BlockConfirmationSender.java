package channelcert.mews.availabilityblock;

import channelcert.contract.Caller;
import channelcert.contract.channelmanager.AvailabilityBlockProcessingConfirmationRequest;
import channelcert.contract.channelmanager.client.AvailabilityBlockClient;
import channelcert.contract.shared.Error;
import channelcert.mews.message.ResultMapper;
import channelcert.mews.message.SentResult;
import channelcert.mews.property.ConnectionDetails;
import java.net.URI;
import java.util.List;

/** Reports the results of block messages to the registered address of a connection. */
final class BlockConfirmationSender {
  static final String OPERATION =
      AvailabilityBlockClient.PROCESS_AVAILABILITY_BLOCK_CONFIRMATION.id();

  private final AvailabilityBlockClient client;

  BlockConfirmationSender(Caller caller) {
    this.client = new AvailabilityBlockClient(caller);
  }

  SentResult send(ConnectionDetails connection, BlockResult result) {
    URI address = connection.endpoints().get(OPERATION);
    if (address == null) {
      return new SentResult.Retry("no address is registered for " + OPERATION);
    }
    return ResultMapper.read(
        client.processAvailabilityBlockConfirmation(address, request(connection, result)));
  }

  /** Both names of the id are sent, since this operation alone has another one (I-06). */
  private static AvailabilityBlockProcessingConfirmationRequest request(
      ConnectionDetails connection, BlockResult result) {
    boolean success = result.errors().isEmpty();
    return AvailabilityBlockProcessingConfirmationRequest.builder()
        .clientToken(connection.tokenTowardsChannelManager())
        .connectionToken(connection.token())
        .messageId(result.messageId())
        .relatedMessageId(result.messageId())
        .code(result.code())
        .confirmationNumber(result.number())
        .success(success)
        .errors(success ? null : errors(result))
        .build();
  }

  private static List<Error> errors(BlockResult result) {
    return result.errors().stream()
        .map(
            refusal ->
                new Error(
                    refusal.code(), refusal.message(), refusal.categoryCode(), refusal.rateCode()))
        .toList();
  }
}
