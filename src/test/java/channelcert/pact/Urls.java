package channelcert.pact;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

/** Addresses in the form that the verifier wants. */
final class Urls {
  private Urls() {}

  static URL of(URI uri) {
    try {
      return uri.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
