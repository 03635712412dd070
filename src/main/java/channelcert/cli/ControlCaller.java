package channelcert.cli;

import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls the control API and turns what goes wrong into one line for the user. */
final class ControlCaller implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(90);
  private static final int LONGEST_ANSWER = 64 << 20;
  private static final Pattern REFUSED =
      Pattern.compile("(?s)HTTP 4\\d\\d instead of \\d+: '(.*)'");

  private final URI management;
  private final JsonCaller caller;

  ControlCaller(URI management, String token) {
    this.management = URI.create(management.toString().replaceAll("/+$", ""));
    this.caller =
        new JsonCaller(
            Direction.DRIVER, Recorder.NONE, Parts.CLOCK, TIMEOUT, LONGEST_ANSWER, token);
  }

  /**
   * The answer of an operation.
   *
   * @throws UserError when it is refused, or nobody answers
   */
  <Q, A> A call(Operation<Q, A> operation, @Nullable Q body) {
    Reply<A> reply = caller.call(operation, URI.create(management + operation.path()), body);
    return switch (reply) {
      case Reply.Answered<A> answered -> answered.body();
      case Reply.Failed<A> failed -> throw error(failed.reason());
    };
  }

  private UserError error(String reason) {
    Matcher refused = REFUSED.matcher(reason);
    return refused.matches()
        ? UserError.usage(refused.group(1))
        : UserError.unreachable(
            "the Mews side at "
                + management
                + " cannot be steered: "
                + reason
                + "; start it with `channelcert serve mews`, or name it with --management-url");
  }

  @Override
  public void close() {
    caller.close();
  }
}
