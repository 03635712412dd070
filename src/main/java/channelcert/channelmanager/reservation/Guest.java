package channelcert.channelmanager.reservation;

/** A person of a booking. */
public record Guest(String firstName, String lastName) {
  /** Both names. */
  public String fullName() {
    return (firstName + " " + lastName).strip();
  }
}
