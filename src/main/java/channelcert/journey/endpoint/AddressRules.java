package channelcert.journey.endpoint;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a partner may register: HTTPS on the usual port, without credentials and
 * fragment, on a host whose every address is public. The hosts of Mews are nobody else's.
 */
public final class AddressRules {
  private static final List<String> HOSTS_OF_MEWS =
      List.of("mews.com", "mews-demo.com", "mews.li", "pci-proxy.com");
  private static final int HTTPS = 443;
  private static final int FIRST_FREE = 1024;

  private final HostResolver resolver;
  private final boolean development;

  /**
   * Makes the rules.
   *
   * @param development whether loopback and plain HTTP are allowed as well
   */
  public AddressRules(HostResolver resolver, boolean development) {
    this.resolver = resolver;
    this.development = development;
  }

  /** Whether loopback and plain HTTP are allowed, which every page says. */
  public boolean isDevelopment() {
    return development;
  }

  /** Why the text cannot be registered, as a sentence; absent when it can. */
  public Optional<String> problem(String text) {
    URI address;
    try {
      address = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.of("It is no address: " + e.getReason() + ".");
    }
    return Optional.ofNullable(form(address)).or(() -> host(address));
  }

  private @Nullable String form(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(development && scheme.equals("http"))) {
      return "It must start with https://.";
    }
    if (address.getHost() == null) {
      return "It names no host.";
    }
    if (address.getRawUserInfo() != null) {
      return "It must not hold a user name or password.";
    }
    if (address.getRawFragment() != null) {
      return "It must not have a part behind #.";
    }
    int port = address.getPort();
    if (port != -1 && port != HTTPS && port < FIRST_FREE && !development) {
      return "Port " + port + " is not allowed; use 443 or one from 1024.";
    }
    return null;
  }

  private Optional<String> host(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    if (HOSTS_OF_MEWS.stream().anyMatch(mews -> host.equals(mews) || host.endsWith("." + mews))) {
      return Optional.of("The host " + host + " belongs to Mews; register one of your own.");
    }
    return unreachable(host);
  }

  /** Why a host must not be called now, as a sentence; to be asked before every call. */
  public Optional<String> unreachable(String host) {
    String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetAddress> addresses;
    try {
      addresses = resolver.resolve(plain);
    } catch (UnknownHostException e) {
      return Optional.of("The host " + host + " is not known to the domain name system.");
    }
    return addresses.stream()
        .filter(each -> !isAllowed(each))
        .findFirst()
        .map(
            each ->
                "The host "
                    + host
                    + " leads to "
                    + each.getHostAddress()
                    + ", which is not on the public Internet.");
  }

  private boolean isAllowed(InetAddress address) {
    return PublicAddresses.isPublic(address)
        || (development && PublicAddresses.isLoopback(address));
  }
}
