package channelcert.mews.misbehaviour;

import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Has the operations that Mews hosts go wrong as the rules order; what happens is recorded. */
public final class MisbehavingListener implements ContainerRequestFilter, ContainerResponseFilter {
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
  private static final String RULE = MisbehavingListener.class.getName();

  private final Misbehaviour rules;
  private final UnaryOperator<String> operations;

  @Context private @Nullable Provider<Request> request;

  /**
   * Makes the filter.
   *
   * @param operations names the operation of a path with its leading slash
   */
  public MisbehavingListener(Misbehaviour rules, UnaryOperator<String> operations) {
    this.rules = rules;
    this.operations = operations;
  }

  @Override
  public void filter(ContainerRequestContext call) {
    String operation = operations.apply("/" + call.getUriInfo().getPath(false));
    Optional<Rule> rule = rules.next(Towards.MEWS, operation);
    if (rule.isPresent()) {
      call.setProperty(RULE, rule.get());
      before(call, rule.get());
    }
  }

  private void before(ContainerRequestContext call, Rule rule) {
    Duration delay = Objects.requireNonNullElse(rule.delay(), LONGEST_SILENCE);
    switch (rule.act()) {
      case ERROR -> call.abortWith(OrderedAnswerMapper.failure(rule));
      case DELAY -> Misbehaviour.pause(delay);
      case NO_ANSWER -> {
        Misbehaviour.pause(delay);
        call.abortWith(lost());
      }
      case DROP_BEFORE -> call.abortWith(lost());
      case DROP_AFTER, TWICE -> {}
    }
  }

  /** Whatever is answered to a call that is to be lost goes nowhere. */
  @Override
  public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
    if (call.getProperty(RULE) instanceof Rule rule && rule.act() == Act.DROP_AFTER) {
      hangUp();
    }
  }

  private Response lost() {
    hangUp();
    return Response.noContent().build();
  }

  private void hangUp() {
    Objects.requireNonNull(request).get().getRequest().getConnection().closeSilently();
  }
}
