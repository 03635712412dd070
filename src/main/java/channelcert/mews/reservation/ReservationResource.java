package channelcert.mews.reservation;

import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.api.ReservationApi;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ProcessGroupConfirmationRequest;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import channelcert.mews.message.AcceptedStore;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import channelcert.mews.reservation.outgoing.GroupConfirmationResource;
import java.time.Clock;
import java.util.List;

/**
 * Takes messages about bookings. They are stored before they are answered and processed later; the
 * result follows by Confirm booking.
 */
final class ReservationResource implements ReservationApi {
  private static final int MOST_PROBLEMS = 20;

  private final Connections connections;
  private final AcceptedStore messages;
  private final Clock clock;
  private final GroupConfirmationResource outgoing;

  ReservationResource(
      Connections connections,
      AcceptedStore messages,
      Clock clock,
      GroupConfirmationResource outgoing) {
    this.connections = connections;
    this.messages = messages;
    this.clock = clock;
    this.outgoing = outgoing;
  }

  @Override
  public SimpleResponse processGroup(ProcessGroupRequest request) {
    return switch (connections.authenticate(request.clientToken(), request.connectionToken())) {
      case Access.Denied(Refusal refusal) -> AnswerMapper.refused(refusal);
      case Access.Granted granted -> accept(granted, request);
    };
  }

  /** A repetition gets the answer of the first time, which was success. */
  private SimpleResponse accept(Access.Granted access, ProcessGroupRequest request) {
    if (!access.connection().takesReservations()) {
      return AnswerMapper.refused(
          Refusal.of(
              ErrorCode.RATE_ERROR,
              "The delivery of reservations is switched off for this connection in Mews; hold the"
                  + " booking, and ask the property to switch it on."));
    }
    List<String> problems = GroupFormMapper.problems(request);
    if (!problems.isEmpty()) {
      return AnswerMapper.refused(
          problems.stream()
              .limit(MOST_PROBLEMS)
              .map(problem -> Refusal.of(ErrorCode.VALIDATION_ERROR, problem))
              .toList());
    }
    String connection = access.connection().token();
    String content = ContentMapper.toContent(request);
    messages.accept(
        connection,
        request.messageId(),
        GroupProcessing.OPERATION,
        request.channelManagerId(),
        content,
        clock.instant());
    return SimpleResponse.builder().success(true).asyncConfirmation(true).build();
  }

  @Override
  public SimpleResponse processGroupConfirmation(ProcessGroupConfirmationRequest request) {
    return outgoing.processGroupConfirmation(request);
  }
}
