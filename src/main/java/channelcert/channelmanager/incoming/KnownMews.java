package channelcert.channelmanager.incoming;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Mews to which confirmations may go, against addresses that somebody forged.
 *
 * @param url its base
 */
public record KnownMews(URI url) {
  /** Why a confirmation cannot go to the address; none when it can. */
  public List<Refusal> refusals(String responseUrl) {
    return isKnown(responseUrl)
        ? List.of()
        : List.of(
            Refusal.of(
                RefusalCode.VALIDATION,
                "responseUrl: '"
                    + responseUrl
                    + "' is not an address of the Mews that this channel manager knows ("
                    + url
                    + "); confirmations go nowhere else."));
  }

  /** Same scheme, host and port. */
  private boolean isKnown(String responseUrl) {
    try {
      URI given = URI.create(responseUrl);
      return lower(given.getScheme()).equals(lower(url.getScheme()))
          && lower(given.getHost()).equals(lower(url.getHost()))
          && given.getRawUserInfo() == null
          && port(given) == port(url);
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return lower(address.getScheme()).equals("https") ? 443 : 80;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
