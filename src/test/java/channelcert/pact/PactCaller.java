package channelcert.pact;

import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.Json;
import channelcert.http.JsonCaller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends what a pact holds through the caller of the product, so that the pact proves what the
 * product writes and understands.
 */
final class PactCaller implements AutoCloseable {
  private final String root;
  private final JsonCaller caller =
      new JsonCaller(
          Direction.MEWS_TO_CANDIDATE,
          Recorder.NONE,
          Clock.systemUTC(),
          Duration.ofSeconds(10),
          1 << 20,
          null);
  private int typed;

  PactCaller(String root) {
    this.root = root;
  }

  Reply<?> send(Promise promise) {
    return send(Operations.at(promise.path()), promise.request());
  }

  /** How many messages were written by the models of the product. */
  int typed() {
    return typed;
  }

  private <Q, A> Reply<A> send(Operation<Q, A> operation, JsonNode json) {
    URI address = URI.create(root + operation.path());
    try {
      Q request = Json.mapper().readValue(json.toString(), operation.request());
      if (Comparison.differences(json, Json.mapper().valueToTree(request), Rules.NONE).isEmpty()) {
        typed++;
        return caller.call(operation, address, request);
      }
    } catch (JsonProcessingException malformed) {
      // What no model can hold is sent as it stands: the provider has to refuse it.
    }
    return caller.call(
        new Operation<>(operation.id(), operation.path(), JsonNode.class, operation.answer()),
        address,
        json);
  }

  @Override
  public void close() {
    caller.close();
  }
}
