package channelcert.exchange;

import channelcert.exchange.Splices.Splice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Takes tokens, card numbers and CVV out of bodies before anything is kept. Every other byte stays
 * as it was sent. A token becomes {@code masked:} with the first 8 hexadecimal digits of its
 * SHA-256, so that equal tokens stay recognisably equal; a card number keeps its first six and last
 * four digits; a CVV becomes three stars. Addresses are no secrets.
 */
public final class Masking {
  /** Lower-case ends of all secret names: a body without any of them holds no secret property. */
  private static final byte[] TOKEN = ascii("token");

  private static final byte[] NUMBER = ascii("number");
  private static final byte[] CVV = ascii("cvv");

  /** Begins an escape, behind which a name may hide. */
  private static final byte[] ESCAPE = ascii("\\u");

  private static final byte[] NONE = {};

  private Masking() {}

  /** The body without its secrets; the same body when it holds none. */
  public static Body mask(Body body) {
    byte[] bytes = body.shared();
    if (!looksLikeJson(bytes)) {
      return Splices.apply(body, TextSecrets.in(bytes));
    }
    return hasTrace(bytes) ? Splices.apply(body, secrets(bytes)) : body;
  }

  /** What stands for a token wherever one is shown or logged. */
  public static String token(String token) {
    return Secret.TOKEN.mask(token);
  }

  private static List<Splice> secrets(byte[] bytes) {
    try {
      return JsonSecrets.in(bytes);
    } catch (IOException noJson) {
      return TextSecrets.in(bytes);
    }
  }

  private static boolean looksLikeJson(byte[] bytes) {
    int start = 0;
    int end = bytes.length - 1;
    while (start < end && bytes[start] <= ' ' && bytes[start] > 0) {
      start++;
    }
    while (end > start && bytes[end] <= ' ' && bytes[end] > 0) {
      end--;
    }
    return end > start
        && ((bytes[start] == '{' && bytes[end] == '}')
            || (bytes[start] == '[' && bytes[end] == ']'));
  }

  private static boolean hasTrace(byte[] bytes) {
    for (int at = 0; at < bytes.length; at++) {
      byte[] trace = traceFor(bytes[at]);
      if (trace.length > 0 && startsWith(bytes, at, trace)) {
        return true;
      }
    }
    return false;
  }

  /** The only trace that can begin with the byte; empty when none does. */
  private static byte[] traceFor(byte first) {
    return switch (first) {
      case 't', 'T' -> TOKEN;
      case 'n', 'N' -> NUMBER;
      case 'c', 'C' -> CVV;
      case '\\' -> ESCAPE;
      default -> NONE;
    };
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] trace) {
    if (from + trace.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < trace.length; i++) {
      byte each = bytes[from + i];
      boolean upper = each >= 'A' && each <= 'Z';
      if ((upper ? each + ('a' - 'A') : each) != trace[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
