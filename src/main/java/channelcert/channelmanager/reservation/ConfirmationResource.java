package channelcert.channelmanager.reservation;

import channelcert.channelmanager.mapping.Admission;
import channelcert.channelmanager.mapping.AnswerMapper;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.mapping.Gate;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.contract.channelmanager.ConfirmGroupRequest;
import channelcert.contract.channelmanager.api.ReservationConfirmationApi;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ReservationConfirmation;
import channelcert.contract.shared.SimpleResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * Confirm booking. Taken for inactive connections as well: the booking exists, and losing its
 * number helps nobody.
 */
public final class ConfirmationResource implements ReservationConfirmationApi {
  private final Gate gate;
  private final BookingConfirmations confirmations;

  public ConfirmationResource(Gate gate, BookingConfirmations confirmations) {
    this.gate = gate;
    this.confirmations = confirmations;
  }

  @Override
  public SimpleResponse confirmGroup(ConfirmGroupRequest request) {
    return switch (gate.admit(request.clientToken(), request.connectionToken())) {
      case Admission.Refused(Refusal refusal) -> AnswerMapper.answer(List.of(refusal));
      case Admission.Admitted(Connection connection) ->
          AnswerMapper.answer(confirmations.take(connection.id(), report(request)));
    };
  }

  private static GroupReport report(ConfirmGroupRequest request) {
    return new GroupReport(
        request.relatedMessageId(),
        request.channelManagerId(),
        request.reservations() == null
            ? List.of()
            : request.reservations().stream().map(ConfirmationResource::confirmed).toList(),
        errors(request));
  }

  /** The contract has one error here; a list is read as well. */
  private static List<ReportedError> errors(ConfirmGroupRequest request) {
    List<Error> errors = new ArrayList<>();
    if (request.error() != null) {
      errors.add(request.error());
    }
    if (request.errors() != null) {
      errors.addAll(request.errors());
    }
    return errors.stream()
        .map(error -> new ReportedError(error.code().wire(), error.message()))
        .toList();
  }

  private static ConfirmedReservation confirmed(ReservationConfirmation confirmation) {
    return new ConfirmedReservation(confirmation.code(), confirmation.confirmationNumber());
  }
}
