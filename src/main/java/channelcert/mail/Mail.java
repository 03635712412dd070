package channelcert.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SMTP server that e-mails leave through. STARTTLS is used wherever the server offers it, and
 * demanded where a password would leave the machine without it.
 *
 * @param tls whether the connection is encrypted from its first byte
 * @param from address of the sender
 * @param user absent = without authentication
 */
public record Mail(
    String host,
    int port,
    boolean tls,
    String from,
    @Nullable String user,
    @Nullable String password) {
  private static final int SMTP = 25;
  private static final int SMTPS = 465;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String FORM = "smtp://user:password@host:port";

  /**
   * Reads the address of a server, {@code smtp://user:password@host:port} or {@code smtps://...};
   * special characters of user and password are percent-encoded, user and port may be absent.
   *
   * @throws IllegalArgumentException saying what is wrong, without the password
   */
  public static Mail parse(String address, String from) {
    URI uri = uri(address);
    boolean tls = "smtps".equals(uri.getScheme());
    String host = uri.getHost();
    String path = uri.getRawPath();
    if ((!tls && !"smtp".equals(uri.getScheme()))
        || host == null
        || (path != null && path.length() > 1)) {
      throw new IllegalArgumentException("is not of the form " + FORM);
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? SMTPS : SMTP;
    String[] credentials = credentials(uri.getRawUserInfo());
    return new Mail(host, port, tls, from, credentials[0], credentials[1]);
  }

  private static URI uri(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is not of the form " + FORM, e);
    }
  }

  private static @Nullable String[] credentials(@Nullable String userInfo) {
    if (userInfo == null) {
      return new @Nullable String[] {null, null};
    }
    int colon = userInfo.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("names a user without a password; write " + FORM);
    }
    return new String[] {
      decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1))
    };
  }

  /** A plus stands for itself in this part of an address. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Whether a password must not leave without it. */
  public boolean demandsStartTls() {
    return user != null && !tls && !LOOPBACK.contains(host);
  }

  /** Without the password, so that no log can show it. */
  @Override
  public String toString() {
    return "Mail[" + host + ":" + port + ", from " + from + "]";
  }
}
