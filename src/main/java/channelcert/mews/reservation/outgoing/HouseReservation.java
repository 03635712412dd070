package channelcert.mews.reservation.outgoing;

import channelcert.mews.reservation.group.Definition;
import channelcert.mews.reservation.group.Reservation;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as the property sees it.
 *
 * @param code of the channel manager that made it; absent for one of the property's own
 * @param definition what is booked; of a cancelled one, what was booked last
 * @param announced whether channel managers were told of it
 */
public record HouseReservation(
    String confirmationNumber,
    @Nullable String code,
    TimeState timeState,
    @Nullable MaskedCard card,
    Definition definition,
    boolean announced) {
  HouseReservation in(TimeState state) {
    return new HouseReservation(confirmationNumber, code, state, card, definition, announced);
  }

  /** The same after a message that named it, unless it is optional still. */
  HouseReservation told() {
    return new HouseReservation(
        confirmationNumber,
        code,
        timeState,
        card,
        definition,
        announced || (timeState != TimeState.OPTIONAL && !timeState.isCancelled()));
  }

  Reservation booked() {
    return new Reservation(
        code == null ? "" : code, confirmationNumber, timeState.isCancelled(), definition);
  }
}
