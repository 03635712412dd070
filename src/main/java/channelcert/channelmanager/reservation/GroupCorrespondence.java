package channelcert.channelmanager.reservation;

import java.util.List;
import java.util.Optional;

/** Bookings on their way to Mews. */
public final class GroupCorrespondence implements Correspondence {
  static final String OPERATION = "processGroup";

  private final ProcessGroupSender sender;
  private final ReservationStore reservations;

  public GroupCorrespondence(ProcessGroupSender sender, ReservationStore reservations) {
    this.sender = sender;
    this.reservations = reservations;
  }

  @Override
  public String operation() {
    return OPERATION;
  }

  @Override
  public Delivery send(OutgoingMessage message, Optional<HeldCard> card) {
    return sender.send(message, card);
  }

  @Override
  public void accepted(OutgoingMessage message) {
    reservations.accepted(message);
  }

  @Override
  public void held(OutgoingMessage message, List<LoggedError> failures) {
    reservations.held(message, failures);
  }

  @Override
  public void givenUp(OutgoingMessage message, List<LoggedError> failures) {
    reservations.givenUp(message, failures);
  }
}
