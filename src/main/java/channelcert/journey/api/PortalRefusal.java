package channelcert.journey.api;

import org.jspecify.annotations.Nullable;

/** A call that is not carried out; becomes an HTTP status with a Problem. */
final class PortalRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable String field;

  PortalRefusal(int status, String message, @Nullable String field) {
    super(message);
    this.status = status;
    this.field = field;
  }

  static PortalRefusal invalid(String field, String message) {
    return new PortalRefusal(400, message, field);
  }

  static PortalRefusal unauthorised(String message) {
    return new PortalRefusal(401, message, null);
  }

  static PortalRefusal forbidden(String message) {
    return new PortalRefusal(403, message, null);
  }

  /** Also where the caller must not learn that it exists. */
  static PortalRefusal notFound(String message) {
    return new PortalRefusal(404, message, null);
  }

  static PortalRefusal conflict(String message) {
    return new PortalRefusal(409, message, null);
  }

  static PortalRefusal tooMany(String message) {
    return new PortalRefusal(429, message, null);
  }

  int status() {
    return status;
  }

  @Nullable String field() {
    return field;
  }
}
