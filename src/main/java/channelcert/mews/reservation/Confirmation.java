package channelcert.mews.reservation;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.message.AcceptedMessage;
import channelcert.mews.reservation.group.Decision;
import channelcert.mews.reservation.group.Reservation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of a message, to be reported to the channel manager.
 *
 * @param relatedMessageId id of the message
 * @param channelManagerId the booking
 * @param reservations what was stored; empty on failure
 * @param error why nothing was stored; absent on success
 */
record Confirmation(
    String relatedMessageId,
    String channelManagerId,
    List<Numbered> reservations,
    @Nullable Refusal error) {
  private static final int MOST_REASONS = 20;

  /** A reservation with its number at Mews. */
  record Numbered(String code, String confirmationNumber) {
    static Numbered of(Reservation reservation) {
      return new Numbered(reservation.code(), reservation.confirmationNumber());
    }
  }

  static Confirmation of(AcceptedMessage message, Decision decision) {
    return switch (decision) {
      case Decision.Changed changed ->
          new Confirmation(
              message.messageId(),
              message.subject(),
              changed.touched().stream().map(Numbered::of).toList(),
              null);
      case Decision.Refused refused -> failure(message, refused.refusals());
    };
  }

  /** Our own fault, after which the same message may be sent again under a new id. */
  static Confirmation systemError(AcceptedMessage message) {
    return failure(
        message,
        List.of(
            Refusal.of(
                ErrorCode.SYSTEM_ERROR,
                "Mews could not process the booking; send the group again in a while.")));
  }

  /** The published form has room for one error: the first gives the code, its text names all. */
  private static Confirmation failure(AcceptedMessage message, List<Refusal> refusals) {
    Refusal first = refusals.getFirst();
    String reasons =
        refusals.stream()
            .limit(MOST_REASONS)
            .map(Refusal::message)
            .collect(Collectors.joining(" "));
    String more =
        refusals.size() > MOST_REASONS
            ? " There are " + (refusals.size() - MOST_REASONS) + " more reasons."
            : "";
    Refusal error =
        new Refusal(first.code(), reasons + more, first.rateCode(), first.categoryCode());
    return new Confirmation(message.messageId(), message.subject(), List.of(), error);
  }
}
