package channelcert.http;

import java.util.Set;

/** A request that no resource is asked about. */
final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final transient Set<String> allowed;

  RefusedRequest(Fault fault) {
    this(fault, Set.of());
  }

  /**
   * Refuses the method.
   *
   * @param allowed the methods that the address knows
   */
  RefusedRequest(Fault fault, Set<String> allowed) {
    super(fault.message(), null, false, false);
    this.fault = fault;
    this.allowed = Set.copyOf(allowed);
  }

  Fault fault() {
    return fault;
  }

  Set<String> allowed() {
    return allowed;
  }
}
