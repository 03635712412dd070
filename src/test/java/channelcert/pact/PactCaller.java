package channelcert.pact;

import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.Json;
import channelcert.http.JsonCaller;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends what a pact holds through the caller of the product, so that the pact proves what the
 * product understands.
 */
final class PactCaller {
  private final String root;
  private final JsonCaller caller =
      new JsonCaller(
          Direction.MEWS_TO_CANDIDATE,
          Recorder.NONE,
          Clock.systemUTC(),
          Duration.ofSeconds(10),
          1 << 20,
          null);

  PactCaller(String root) {
    this.root = root;
  }

  <Q, A> Reply<A> send(Operation<Q, A> operation, String json) {
    try {
      Q request = Json.mapper().readValue(json, operation.request());
      return caller.call(operation, URI.create(root + operation.path()), request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
