package channelcert.contract;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Sends the request of an operation to an address and waits for the answer; what the generated
 * clients call through.
 */
@FunctionalInterface
public interface Caller {
  /**
   * Never throws for what the other party does: a fault on the way or a wrong answer is a {@link
   * Reply.Failed}.
   */
  <Q, A> Reply<A> call(Operation<Q, A> operation, URI address, @Nullable Q body);
}
