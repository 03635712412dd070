package channelcert.journey.cases;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the Mews side of a case call what the partner registered. */
@FunctionalInterface
public interface EndpointUse {
  /**
   * Addresses are registered.
   *
   * @param addresses all of the environment, by operation
   * @param clientToken what Mews is to send as client token; absent leaves it as it is
   */
  void registered(
      CertificationCase found,
      Environment environment,
      Map<String, URI> addresses,
      @Nullable String clientToken);
}
