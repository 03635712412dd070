package channelcert.http;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

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
      String words = words(cause, place, timeout);
      if (words != null) {
        return new NoAnswer(words);
      }
    }
    return new NoAnswer(brokenOff(place));
  }

  private static @Nullable String words(Throwable cause, String place, Duration timeout) {
    return switch (cause) {
      case BoundedBody.TooLarge large -> "the answer is larger than " + large.limit() + " bytes";
      case PlainClient.HeldUp _ -> "the message could not leave in time and was not sent";
      case UnknownHostException _ -> "the host name of " + place + " is not known";
      case ConnectTimeoutException _ -> "no connection to " + place + " within " + words(timeout);
      case SocketTimeoutException _ -> late(timeout);
      case ConnectException _ -> "nothing listens at " + place + " (connection refused)";
      case SSLException tls -> "the TLS connection to " + place + " failed: " + tls.getMessage();
      case TruncatedChunkException _ -> brokenOff(place);
      case MessageConstraintException _ -> place + " sends a longer head of an answer than is read";
      case HttpException _, MalformedChunkCodingException _ ->
          "what " + place + " answers is no HTTP";
      default -> null;
    };
  }

  private static String brokenOff(String place) {
    return place + " closed the connection before its answer was complete";
  }

  /** What is said of an exchange that was not over in time. */
  static String late(Duration timeout) {
    return "no answer within " + words(timeout);
  }

  /** Whole seconds, otherwise milliseconds. */
  static String words(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }

  String reason() {
    return reason;
  }

  private static String place(URI address) {
    int standard = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    return address.getHost() + ":" + (address.getPort() == -1 ? standard : address.getPort());
  }
}
