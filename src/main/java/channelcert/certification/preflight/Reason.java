package channelcert.certification.preflight;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Why a call found no answer, in words for a person. */
public final class Reason {
  /** Begins what is wrong with a certificate or a handshake. */
  static final String TLS = "TLS: ";

  /** Begins what keeps even a connection from being made. */
  static final String NO_CONNECTION = "no connection: ";

  private Reason() {}

  /**
   * The reason.
   *
   * @param patience how long the call waited
   */
  public static String of(Exception e, Duration patience) {
    Throwable cause = e;
    for (Throwable each = e; each != null; each = each.getCause()) {
      cause = each;
      if (each instanceof UnresolvedAddressException || each instanceof UnknownHostException) {
        return NO_CONNECTION + "no such host";
      }
      if (each instanceof SSLException) {
        return TLS + deepest(each);
      }
    }
    if (e instanceof HttpConnectTimeoutException) {
      return NO_CONNECTION + "nothing listens there, or a firewall is in between";
    }
    if (e instanceof HttpTimeoutException) {
      return "no answer within " + patience.toMillis() / 1000.0 + " s";
    }
    if (e instanceof ConnectException) {
      return NO_CONNECTION + "connection refused";
    }
    return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
  }

  private static String deepest(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("handshake failed");
  }
}
