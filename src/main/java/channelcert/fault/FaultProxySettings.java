package channelcert.fault;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Where a proxy stands.
 *
 * @param host address to bind both ports to, for example {@code 127.0.0.1}
 * @param candidateBase root of the candidate, for example {@code http://127.0.0.1:8091}; asked with
 *     each message because it may start later
 * @param mewsBase root of the Mews side, asked with each message as well
 * @param fault what is broken
 */
public record FaultProxySettings(
    String host, Supplier<URI> candidateBase, Supplier<URI> mewsBase, Fault fault) {
  /** On the loopback address. */
  public static FaultProxySettings loopback(
      Supplier<URI> candidateBase, Supplier<URI> mewsBase, Fault fault) {
    return new FaultProxySettings("127.0.0.1", candidateBase, mewsBase, fault);
  }
}
