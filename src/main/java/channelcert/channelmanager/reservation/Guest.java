package channelcert.channelmanager.reservation;

/** A person of a booking. */
public record Guest(String firstName, String lastName) {
  String fullName() {
    return (firstName + " " + lastName).strip();
  }
}
