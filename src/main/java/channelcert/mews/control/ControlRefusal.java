package channelcert.mews.control;

/** An order that is not carried out; becomes an HTTP status with a Problem. */
final class ControlRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  private ControlRefusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /** What was ordered makes no sense. */
  static ControlRefusal badRequest(String message) {
    return new ControlRefusal(400, message);
  }

  /** What was named does not exist. */
  static ControlRefusal notFound(String message) {
    return new ControlRefusal(404, message);
  }

  /** The state of things stands against it. */
  static ControlRefusal conflict(String message) {
    return new ControlRefusal(409, message);
  }

  int status() {
    return status;
  }
}
