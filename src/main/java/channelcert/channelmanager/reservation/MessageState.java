package channelcert.channelmanager.reservation;

/** Where a message to Mews stands. */
public enum MessageState {
  /** To be sent, or sent again. */
  PENDING,
  /** Waits until a person sends it again: Mews refuses the connection or the operation for now. */
  HELD,
  /** Mews took it and will confirm it. */
  ACCEPTED,
  /** Mews confirmed that it was processed. */
  CONFIRMED,
  /** Mews reported an error, or it was tried often enough; never sent again. */
  REFUSED
}
