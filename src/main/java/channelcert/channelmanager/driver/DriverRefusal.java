package channelcert.channelmanager.driver;

/** An order of the driver that is not carried out; becomes an HTTP status with a Problem. */
final class DriverRefusal extends RuntimeException {
  private final int status;

  private DriverRefusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /** What was ordered makes no sense. */
  static DriverRefusal badRequest(String message) {
    return new DriverRefusal(400, message);
  }

  /** What was named does not exist. */
  static DriverRefusal notFound(String message) {
    return new DriverRefusal(404, message);
  }

  /** The state of things stands against it. */
  static DriverRefusal conflict(String message) {
    return new DriverRefusal(409, message);
  }

  int status() {
    return status;
  }
}
