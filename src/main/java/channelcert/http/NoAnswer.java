package channelcert.http;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** A call that brought no complete answer, with the reason in words for a person. */
final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  NoAnswer(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Words what the HTTP client reports. */
  static NoAnswer because(Throwable fault, URI address, Duration timeout) {
    String place = place(address);
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case BoundedBody.TooLarge large -> {
          return new NoAnswer("the answer is larger than " + large.limit() + " bytes");
        }
        case UnresolvedAddressException unknown -> {
          return new NoAnswer("the host name of " + place + " is not known");
        }
        case HttpConnectTimeoutException slow -> {
          return new NoAnswer("no connection to " + place + " within " + words(timeout));
        }
        case SSLException tls -> {
          return new NoAnswer("the TLS connection to " + place + " failed: " + tls.getMessage());
        }
        case ProtocolException noHttp -> {
          return new NoAnswer("what " + place + " answers is no HTTP");
        }
        default -> {}
      }
    }
    return new NoAnswer(connection(fault, place));
  }

  /** Whole seconds, otherwise milliseconds. */
  static String words(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }

  String reason() {
    return reason;
  }

  private static String connection(Throwable fault, String place) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return "nothing listens at " + place + " (connection refused)";
      }
    }
    return place + " closed the connection before its answer was complete";
  }

  private static String place(URI address) {
    int standard = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    return address.getHost() + ":" + (address.getPort() == -1 ? standard : address.getPort());
  }
}
