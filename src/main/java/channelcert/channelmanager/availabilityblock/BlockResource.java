package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.incoming.ConfirmationSender;
import channelcert.channelmanager.incoming.KnownMews;
import channelcert.channelmanager.incoming.Received;
import channelcert.channelmanager.mapping.Admission;
import channelcert.channelmanager.mapping.AnswerMapper;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.mapping.Gate;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.reservation.ReportedError;
import channelcert.contract.channelmanager.AvailabilityBlockProcessingConfirmationRequest;
import channelcert.contract.channelmanager.ProcessAvailabilityBlockToChmRequest;
import channelcert.contract.channelmanager.api.AvailabilityBlockApi;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.SimpleResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Availability blocks from Mews, checked and stored before the answer and confirmed after it; and
 * the results of our own.
 */
public final class BlockResource implements AvailabilityBlockApi {
  private final Gate gate;
  private final ConfigurationStore configurations;
  private final BlockIntakeStore intake;
  private final BlockResults results;
  private final KnownMews mews;
  private final Clock clock;
  private final Runnable wakeWorker;

  /**
   * Wires the work.
   *
   * @param mews the Mews that may be confirmed to
   * @param wakeWorker told when there is something to confirm
   */
  public BlockResource(
      Gate gate,
      ConfigurationStore configurations,
      BlockIntakeStore intake,
      BlockResults results,
      KnownMews mews,
      Clock clock,
      Runnable wakeWorker) {
    this.gate = gate;
    this.configurations = configurations;
    this.intake = intake;
    this.results = results;
    this.mews = mews;
    this.clock = clock;
    this.wakeWorker = wakeWorker;
  }

  /** The documented body has no client token; where there is one, it has to be the right one. */
  @Override
  public SimpleResponse processAvailabilityBlock(ProcessAvailabilityBlockToChmRequest request) {
    String clientToken = request.clientToken();
    Admission admission =
        clientToken == null
            ? gate.admitActive(request.connectionToken())
            : gate.admitActive(clientToken, request.connectionToken());
    return switch (admission) {
      case Admission.Refused(Refusal refusal) -> AnswerMapper.answer(List.of(refusal));
      case Admission.Admitted(Connection connection) -> take(connection, request);
    };
  }

  private SimpleResponse take(Connection connection, ProcessAvailabilityBlockToChmRequest request) {
    List<Refusal> wrong = new ArrayList<>(mews.refusals(request.responseUrl()));
    wrong.addAll(BlockCheckMapper.refusals(request, configurations.mapping(connection.id())));
    if (!wrong.isEmpty()) {
      return AnswerMapper.answer(wrong);
    }
    List<Refusal> refusals =
        intake.take(
            connection.id(),
            new Received(
                request.messageId(), request.responseUrl(), ConfirmationSender.BLOCK_CONFIRMATION),
            BlockMessageMapper.incoming(request.availabilityBlock()),
            clock.instant());
    if (!refusals.isEmpty()) {
      return AnswerMapper.answer(refusals);
    }
    wakeWorker.run();
    return AnswerMapper.later();
  }

  @Override
  public SimpleResponse processAvailabilityBlockConfirmation(
      AvailabilityBlockProcessingConfirmationRequest request) {
    return switch (gate.admit(request.clientToken(), request.connectionToken())) {
      case Admission.Refused(Refusal refusal) -> AnswerMapper.answer(List.of(refusal));
      case Admission.Admitted(Connection connection) ->
          AnswerMapper.answer(results.take(connection.id(), result(request)));
    };
  }

  private static BlockResults.Result result(
      AvailabilityBlockProcessingConfirmationRequest request) {
    List<Error> errors = Objects.requireNonNullElse(request.errors(), List.<Error>of());
    return new BlockResults.Result(
        request.relatedMessageId() == null ? request.messageId() : request.relatedMessageId(),
        request.code(),
        request.confirmationNumber(),
        request.success(),
        errors.stream()
            .map(error -> new ReportedError(error.code().wire(), error.message()))
            .toList());
  }
}
