package channelcert.channelmanager.reservation;

/** The number of a payment card: lives in memory only and does not show itself. */
public record CardNumber(String digits) {
  @Override
  public String toString() {
    return "CardNumber[masked]";
  }
}
