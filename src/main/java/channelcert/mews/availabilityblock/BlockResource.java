package channelcert.mews.availabilityblock;

import channelcert.contract.mews.ProcessAvailabilityBlockRequest;
import channelcert.contract.mews.api.AvailabilityBlockApi;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ProcessAvailabilityBlockConfirmationRequest;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import channelcert.mews.message.AcceptedStore;
import channelcert.mews.message.CodeStore;
import channelcert.mews.message.OutgoingConfirmationStore;
import channelcert.mews.message.OutgoingConfirmationStore.Found;
import channelcert.mews.message.OutgoingFailure;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes block messages, which are stored before they are answered and processed later, and the
 * confirmations of blocks that Mews sent.
 */
final class BlockResource implements AvailabilityBlockApi {
  private static final int MOST_PROBLEMS = 20;
  private static final int LONGEST_CODE = 500;
  private static final String FORBIDDEN_CODE = "_";

  private final Connections connections;
  private final AcceptedStore messages;
  private final OutgoingConfirmationStore confirmations;
  private final BlockCodeStore codes;
  private final Clock clock;

  BlockResource(
      Connections connections,
      AcceptedStore messages,
      OutgoingConfirmationStore confirmations,
      BlockCodeStore codes,
      Clock clock) {
    this.connections = connections;
    this.messages = messages;
    this.confirmations = confirmations;
    this.codes = codes;
    this.clock = clock;
  }

  @Override
  public SimpleResponse processAvailabilityBlock(ProcessAvailabilityBlockRequest request) {
    return switch (connections.authenticate(request.clientToken(), request.connectionToken())) {
      case Access.Denied(Refusal refusal) -> AnswerMapper.refused(refusal);
      case Access.Granted granted -> accept(granted, request);
    };
  }

  private SimpleResponse accept(Access.Granted access, ProcessAvailabilityBlockRequest request) {
    if (!access.connection().endpoints().containsKey(BlockConfirmationSender.OPERATION)) {
      return AnswerMapper.refused(
          Refusal.of(
              ErrorCode.RATE_ERROR,
              "Availability blocks are switched off for this connection, because no address is"
                  + " registered for "
                  + BlockConfirmationSender.OPERATION
                  + ", to which the result would be sent; ask for the address to be registered."));
    }
    List<String> problems = BlockFormMapper.problems(request);
    if (!problems.isEmpty()) {
      return invalid(problems);
    }
    messages.accept(
        access.connection().token(),
        request.messageId(),
        BlockStore.OPERATION,
        request.availabilityBlock().code(),
        BlockMessageMapper.toContent(request),
        clock.instant());
    return SimpleResponse.builder().success(true).asyncConfirmation(true).build();
  }

  private static SimpleResponse invalid(List<String> problems) {
    return AnswerMapper.refused(
        problems.stream()
            .limit(MOST_PROBLEMS)
            .map(problem -> Refusal.of(ErrorCode.VALIDATION_ERROR, problem))
            .toList());
  }

  @Override
  public SimpleResponse processAvailabilityBlockConfirmation(
      ProcessAvailabilityBlockConfirmationRequest request) {
    return switch (connections.authenticate(request.clientToken(), request.connectionToken())) {
      case Access.Denied(Refusal refusal) -> AnswerMapper.refused(refusal);
      case Access.Granted granted -> take(granted.connection().token(), request);
    };
  }

  private SimpleResponse take(
      String connection, ProcessAvailabilityBlockConfirmationRequest request) {
    String id = request.relatedMessageId();
    if (!request.success()) {
      List<Refusal> refusals = AnswerMapper.refusals(request.errors(), null);
      return answer(confirmations.failed(connection, id, OutgoingFailure.of(refusals)), id);
    }
    List<String> problems = problems(connection, request);
    if (!problems.isEmpty()) {
      return invalid(problems);
    }
    CodeStore.Codes given = new CodeStore.Codes(request.code(), Map.of());
    return answer(confirmations.delivered(connection, id, given), id);
  }

  private static SimpleResponse answer(Found found, String messageId) {
    return switch (found) {
      case MESSAGE -> AnswerMapper.accepted();
      case NOTHING ->
          AnswerMapper.refused(
              Refusal.of(
                  ErrorCode.VALIDATION_ERROR,
                  "relatedMessageId: Mews sent no availability block with the message '"
                      + messageId
                      + "' on this connection; send the messageId of the message that is"
                      + " confirmed."));
    };
  }

  private List<String> problems(
      String connection, ProcessAvailabilityBlockConfirmationRequest request) {
    List<String> problems = new ArrayList<>();
    String code = request.code();
    if (code == null
        || code.isBlank()
        || code.length() > LONGEST_CODE
        || code.equals(FORBIDDEN_CODE)) {
      problems.add(
          "code: missing, longer than "
              + LONGEST_CODE
              + " characters, or a single underscore; send the code that your system gave to the"
              + " block, when success is true.");
    }
    String number = request.confirmationNumber();
    String sent = codes.number(connection, request.relatedMessageId()).orElse(null);
    if (number == null || number.isBlank()) {
      problems.add("confirmationNumber: missing; send Mews' number of the block.");
    } else if (sent != null && !number.equals(sent)) {
      problems.add(
          "confirmationNumber: '"
              + number.substring(0, Math.min(number.length(), 50))
              + "' is not the number of the block in that message, "
              + sent
              + ".");
    }
    if (problems.isEmpty()
        && code != null
        && number != null
        && codes.isTaken(connection, code, number)) {
      problems.add(
          "code: '" + code + "' is the code of another block; give every block a code of its own.");
    }
    return problems;
  }
}
