package channelcert.fault;

import java.net.URI;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where a proxy stands.
 *
 * @param host address to bind both ports to, for example {@code 127.0.0.1}
 * @param candidatePort port that is called instead of the candidate; 0 takes a free one
 * @param mewsPort port that is called instead of Mews; 0 takes a free one
 * @param candidate address of the candidate for a path with query; asked with each message because
 *     the candidate may start later
 * @param mewsBase root of the Mews side, asked with each message as well
 * @param fault what is broken
 */
public record FaultProxySettings(
    String host,
    int candidatePort,
    int mewsPort,
    UnaryOperator<String> candidate,
    Supplier<URI> mewsBase,
    Fault fault) {
  /** On the loopback address and free ports, in front of a candidate with one root. */
  public static FaultProxySettings loopback(
      Supplier<URI> candidateBase, Supplier<URI> mewsBase, Fault fault) {
    return new FaultProxySettings(
        "127.0.0.1", 0, 0, path -> under(candidateBase.get(), path), mewsBase, fault);
  }

  /** The address of a path below a root. */
  static String under(URI root, String path) {
    String text = root.toString();
    return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
  }
}
