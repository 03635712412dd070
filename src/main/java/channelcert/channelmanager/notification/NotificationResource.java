package channelcert.channelmanager.notification;

import channelcert.channelmanager.mapping.Admission;
import channelcert.channelmanager.mapping.AnswerMapper;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.Gate;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.contract.channelmanager.ChangeNotificationRequest;
import channelcert.contract.channelmanager.ChangeNotificationType;
import channelcert.contract.channelmanager.api.NotificationApi;
import channelcert.contract.shared.SimpleResponse;
import java.time.Clock;
import java.util.List;

/**
 * Takes hints that a connection has changed. Asking Mews what has changed is left to the worker.
 */
public final class NotificationResource implements NotificationApi {
  private final Gate gate;
  private final ConnectionStore connections;
  private final Runnable wakeWorker;
  private final Clock clock;

  /**
   * Wires the work.
   *
   * @param wakeWorker called when a configuration is to be fetched
   */
  public NotificationResource(
      Gate gate, ConnectionStore connections, Runnable wakeWorker, Clock clock) {
    this.gate = gate;
    this.connections = connections;
    this.wakeWorker = wakeWorker;
    this.clock = clock;
  }

  @Override
  public SimpleResponse changeNotificaton(ChangeNotificationRequest request) {
    return switch (gate.admit(request.clientToken(), request.connectionToken())) {
      case Admission.Refused(Refusal refusal) -> AnswerMapper.answer(List.of(refusal));
      case Admission.Admitted(Connection connection) -> {
        note(connection, request.type());
        yield AnswerMapper.answer(List.of());
      }
    };
  }

  /** A connection that is off has nothing worth fetching. */
  private void note(Connection connection, ChangeNotificationType type) {
    if (type == ChangeNotificationType.DEACTIVATED || type == ChangeNotificationType.DELETED) {
      connections.setActive(connection.id(), false);
      return;
    }
    if (type == ChangeNotificationType.ACTIVATED) {
      connections.setActive(connection.id(), true);
    }
    connections.setConfigurationDue(connection.id(), clock.instant());
    wakeWorker.run();
  }
}
