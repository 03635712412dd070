package channelcert.mews.property;

/** What happened to a connection, with the published code of the change notification. */
public enum ChangeType {
  CREATED(0),
  UPDATED(1),
  ACTIVATED(2),
  DEACTIVATED(3);

  private final int code;

  ChangeType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
