package channelcert.cli;

/** What the user can mend: told in one line, with the exit code that the README documents. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private UserError(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static UserError usage(String message) {
    return new UserError(ExitCode.USAGE, message);
  }

  /** What was looked at is not as it should be. */
  static UserError failed(String message) {
    return new UserError(ExitCode.FAILED, message);
  }

  static UserError unreachable(String message) {
    return new UserError(ExitCode.UNREACHABLE, message);
  }

  static UserError notProven(String message) {
    return new UserError(ExitCode.NOT_PROVEN, message);
  }

  int exitCode() {
    return exitCode;
  }
}
