package channelcert.mews.inventory;

import channelcert.contract.mews.RequestAriUpdateRequest;
import channelcert.contract.mews.api.InventoryApi;
import channelcert.contract.shared.ConfirmationRequest;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import channelcert.mews.property.Access;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Connections;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/** Requests for updates, and confirmations of updates that were only accepted at first. */
public final class InventoryResource implements InventoryApi {
  private final Connections connections;
  private final InventoryMarks marks;
  private final MessageStore messages;

  public InventoryResource(Connections connections, InventoryMarks marks, MessageStore messages) {
    this.connections = connections;
    this.marks = marks;
    this.messages = messages;
  }

  /** The three filters are documented and ignored: everything of the nights is sent. */
  @Override
  public SimpleResponse requestAriUpdate(RequestAriUpdateRequest request) {
    return switch (connections.authenticate(request.clientToken(), request.connectionToken())) {
      case Access.Denied denied -> AnswerMapper.refused(denied.refusal());
      case Access.Granted granted -> request(granted, request.from(), request.to());
    };
  }

  private SimpleResponse request(Access.Granted granted, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return AnswerMapper.refused(
          Refusal.of(
              ErrorCode.VALIDATION_ERROR,
              "'from' "
                  + from
                  + " is after 'to' "
                  + to
                  + "; both name nights and the last one is included."));
    }
    marks.request(granted, new Nights(from, to), EnumSet.allOf(InventoryKind.class));
    return AnswerMapper.accepted();
  }

  @Override
  public SimpleResponse processAvailabilityConfirmation(ConfirmationRequest request) {
    return confirm(InventoryKind.AVAILABILITY, request);
  }

  @Override
  public SimpleResponse processRateConfirmation(ConfirmationRequest request) {
    return confirm(InventoryKind.PRICES, request);
  }

  @Override
  public SimpleResponse processRestrictionConfirmation(ConfirmationRequest request) {
    return confirm(InventoryKind.RESTRICTIONS, request);
  }

  private SimpleResponse confirm(InventoryKind kind, ConfirmationRequest request) {
    return switch (connections.authenticate(request.clientToken(), request.connectionToken())) {
      case Access.Denied denied -> AnswerMapper.refused(denied.refusal());
      case Access.Granted granted -> confirm(granted.connection(), kind, request);
    };
  }

  private SimpleResponse confirm(
      ConnectionDetails connection, InventoryKind kind, ConfirmationRequest request) {
    List<Refusal> refusals =
        request.success() ? List.of() : AnswerMapper.refusals(request.errors(), null);
    boolean known =
        messages.confirm(
            new Lane(connection.token(), kind),
            request.relatedMessageId(),
            Confirmations.write(refusals));
    return known
        ? AnswerMapper.accepted()
        : AnswerMapper.refused(
            Refusal.of(
                ErrorCode.VALIDATION_ERROR,
                "Mews sent no message '"
                    + request.relatedMessageId()
                    + "' of this kind on the connection; 'relatedMessageId' is the messageId of"
                    + " the update that is confirmed."));
  }
}
