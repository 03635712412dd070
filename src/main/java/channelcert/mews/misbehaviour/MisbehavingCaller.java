package channelcert.mews.misbehaviour;

import channelcert.contract.Caller;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has calls of channel managers go wrong as the rules order; what happens is recorded. */
public final class MisbehavingCaller implements Caller {
  private static final String LOST_BEFORE = "the message was lost on its way, as was ordered";
  private static final String LOST_AFTER = "the answer was lost on its way, as was ordered";

  private final Misbehaviour rules;
  private final Caller caller;
  private final Recorder recorder;
  private final Clock clock;

  /**
   * Makes the caller.
   *
   * @param caller sends what is not lost
   * @param recorder takes note of what is lost before it is sent; the caller records the rest
   */
  public MisbehavingCaller(Misbehaviour rules, Caller caller, Recorder recorder, Clock clock) {
    this.rules = rules;
    this.caller = caller;
    this.recorder = recorder;
    this.clock = clock;
  }

  @Override
  public <Q, A> Reply<A> call(Operation<Q, A> operation, URI address, @Nullable Q body) {
    Optional<Rule> rule = rules.next(Towards.CHANNEL_MANAGER, operation.id());
    return rule.isPresent()
        ? wrongly(rule.get(), operation, address, body)
        : caller.call(operation, address, body);
  }

  private <Q, A> Reply<A> wrongly(
      Rule rule, Operation<Q, A> operation, URI address, @Nullable Q body) {
    return switch (rule.act()) {
      case DROP_BEFORE -> lose(operation, address, body);
      case DROP_AFTER -> {
        caller.call(operation, address, body);
        yield new Reply.Failed<>(LOST_AFTER);
      }
      case TWICE -> {
        Reply<A> first = caller.call(operation, address, body);
        caller.call(operation, address, body);
        yield first;
      }
      case DELAY -> {
        Misbehaviour.pause(Objects.requireNonNull(rule.delay()));
        yield caller.call(operation, address, body);
      }
      case ERROR, NO_ANSWER -> caller.call(operation, address, body);
    };
  }

  private <Q, A> Reply<A> lose(Operation<Q, A> operation, URI address, @Nullable Q body) {
    recorder
        .start(Direction.MEWS_TO_CANDIDATE, operation.id(), "POST", address, clock.instant())
        .failed(json(body), LOST_BEFORE);
    return new Reply.Failed<>(LOST_BEFORE);
  }

  /** What we send comes from our own records and can always be written. */
  private static Body json(@Nullable Object body) {
    try {
      return body == null ? Body.EMPTY : Body.of(Json.mapper().writeValueAsBytes(body));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }
}
