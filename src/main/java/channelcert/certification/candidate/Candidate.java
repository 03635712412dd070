package channelcert.certification.candidate;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The channel manager that is certified, as its candidate file describes it.
 *
 * @param clientToken what Mews sends to the channel manager
 * @param mewsClientToken what the channel manager sends to Mews
 * @param connectionToken token of the connection; chosen by the Mews side when absent
 * @param endpoints the registered address of each operation, by its published name
 * @param driver address of its driver; absent where it has none
 * @param systemErrors how it words its system errors
 */
public record Candidate(
    String name,
    String clientToken,
    String mewsClientToken,
    @Nullable String connectionToken,
    Map<String, URI> endpoints,
    Capabilities capabilities,
    @Nullable URI driver,
    ReadBack readBack,
    List<SystemError> systemErrors) {

  /** The same channel manager, reached at other addresses. */
  public Candidate at(Map<String, URI> otherEndpoints, @Nullable URI otherDriver) {
    return new Candidate(
        name,
        clientToken,
        mewsClientToken,
        connectionToken,
        otherEndpoints,
        capabilities,
        otherDriver,
        readBack,
        systemErrors);
  }

  /** Without the tokens, so that no log can show them. */
  @Override
  public String toString() {
    return "Candidate[" + name + ", " + endpoints + "]";
  }
}
