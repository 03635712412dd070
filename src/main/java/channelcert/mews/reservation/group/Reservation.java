package channelcert.mews.reservation.group;

/**
 * A reservation as it is stored.
 *
 * @param code the channel manager's code, unique in the group
 * @param confirmationNumber the number at Mews, given once and for good
 * @param definition what is booked; of a cancelled reservation, what was booked last
 */
public record Reservation(
    String code, String confirmationNumber, boolean cancelled, Definition definition) {
  Reservation cancel() {
    return new Reservation(code, confirmationNumber, true, definition);
  }

  Reservation redefine(Definition newDefinition) {
    return new Reservation(code, confirmationNumber, false, newDefinition);
  }
}
