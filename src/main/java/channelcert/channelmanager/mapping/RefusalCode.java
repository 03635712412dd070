package channelcert.channelmanager.mapping;

/** The published error codes that this channel manager answers. */
public enum RefusalCode {
  SYSTEM(1),
  RESERVATION_NOT_FOUND(2),
  CONNECTION_INACTIVE(3),
  VALIDATION(6),
  AUTHENTICATION(8),
  RATE_PLAN(9),
  SPACE_TYPE(10),
  PAIR(11),
  AVAILABILITY_OFF(12),
  PRICES_OFF(13),
  RESTRICTIONS_OFF(14);

  private final int wire;

  RefusalCode(int wire) {
    this.wire = wire;
  }

  /** The number in a message. */
  public int wire() {
    return wire;
  }
}
