package channelcert.fault;

import channelcert.certification.candidate.Capabilities;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A channel manager that is right in its own way.
 *
 * @param name stable words
 * @param differs what it does otherwise, in one sentence
 * @param capabilities what it claims, from what the reference claims
 * @param oldServer whether its answers come from a plain HTTP/1.0 server
 * @param behaviour makes the behaviour of one proxy
 */
record Variant(
    String name,
    String differs,
    UnaryOperator<Capabilities> capabilities,
    boolean oldServer,
    Supplier<Behaviour> behaviour) {

  /** As a fault that breaks nothing. */
  Fault harmless() {
    return new Fault(name, differs, "", "", Set.of(), behaviour);
  }
}
