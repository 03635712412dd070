package channelcert.journey.live;

import channelcert.contract.Caller;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.journey.endpoint.AddressRules;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls an address only while the rules allow it: a name may lead elsewhere than yesterday. */
record CheckedCaller(Caller caller, AddressRules rules) implements Caller {
  @Override
  public <Q, A> Reply<A> call(Operation<Q, A> operation, URI address, @Nullable Q body) {
    Optional<String> problem = rules.problem(address.toString());
    return problem.isPresent()
        ? new Reply.Failed<>(address.getHost() + " is not called. " + problem.get())
        : caller.call(operation, address, body);
  }
}
