package channelcert.channelmanager.incoming;

import channelcert.channelmanager.mapping.Admission;
import channelcert.channelmanager.mapping.AnswerMapper;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.mapping.Gate;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.api.GroupDeliveryApi;
import channelcert.contract.shared.SimpleResponse;
import java.time.Clock;
import java.util.List;

/**
 * Process group from Mews: checked and stored before the answer, confirmed after it, and only to
 * the Mews that this channel manager knows.
 */
public final class GroupResource implements GroupDeliveryApi {
  private final Gate gate;
  private final ConfigurationStore configurations;
  private final IncomingStore store;
  private final KnownMews mews;
  private final Clock clock;
  private final Runnable wakeWorker;

  /**
   * Wires the work.
   *
   * @param mews the Mews that may be confirmed to
   * @param wakeWorker told when there is something to confirm
   */
  public GroupResource(
      Gate gate,
      ConfigurationStore configurations,
      IncomingStore store,
      KnownMews mews,
      Clock clock,
      Runnable wakeWorker) {
    this.gate = gate;
    this.configurations = configurations;
    this.store = store;
    this.mews = mews;
    this.clock = clock;
    this.wakeWorker = wakeWorker;
  }

  @Override
  public SimpleResponse processGroup(ProcessGroupToChmRequest request) {
    return switch (gate.admitActive(request.clientToken(), request.connectionToken())) {
      case Admission.Refused(Refusal refusal) -> AnswerMapper.answer(List.of(refusal));
      case Admission.Admitted(Connection connection) -> take(connection, request);
    };
  }

  private SimpleResponse take(Connection connection, ProcessGroupToChmRequest request) {
    List<Refusal> foreign = mews.refusals(request.responseUrl());
    if (!foreign.isEmpty()) {
      return AnswerMapper.answer(foreign);
    }
    List<Refusal> wrong =
        GroupCheckMapper.refusals(request, configurations.mapping(connection.id()));
    List<Refusal> refusals =
        wrong.isEmpty()
            ? store.take(connection.id(), IncomingMapper.message(request), clock.instant())
            : wrong;
    if (!refusals.isEmpty()) {
      return AnswerMapper.answer(refusals);
    }
    wakeWorker.run();
    return SimpleResponse.builder().success(true).asyncConfirmation(true).build();
  }
}
