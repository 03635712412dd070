package channelcert.fault;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers accepted pushes of one kind with "later", and confirms them in its own way.
 *
 * @param endpoint the pushes
 * @param confirmations the messages that are confirmed, one confirmation each, for a messageId
 */
record Asynchronous(Endpoint endpoint, Confirmations confirmations) implements Behaviour {
  private static final Duration SOON = Duration.ofMillis(100);

  /** Which messages a confirmation follows for. */
  @FunctionalInterface
  interface Confirmations {
    List<String> of(String messageId);
  }

  static Behaviour neverConfirmed(Endpoint endpoint) {
    return new Asynchronous(endpoint, messageId -> List.of());
  }

  static Behaviour confirmedTwice(Endpoint endpoint) {
    return new Asynchronous(endpoint, messageId -> List.of(messageId, messageId));
  }

  static Behaviour confirmedForAnother(Endpoint endpoint) {
    return new Asynchronous(endpoint, messageId -> List.of(messageId + "-other"));
  }

  @Override
  public Answer carry(Request request, Wire wire) {
    Answer answer = wire.send(request);
    Optional<ObjectNode> push =
        request.endpoint().equals(endpoint) ? Tree.read(request.body()) : Optional.empty();
    if (push.isEmpty() || !answer.isAccepted()) {
      return answer;
    }
    wire.later(SOON, () -> confirm(push.get(), wire));
    return Answer.json(Refusals.success().put("asyncConfirmation", true));
  }

  private void confirm(ObjectNode push, Wire wire) {
    String path = URI.create(push.path("responseUrl").asText()).getRawPath();
    for (String messageId : confirmations.of(push.path("messageId").asText())) {
      JsonNode confirmation =
          Tree.object()
              .put("clientToken", wire.memory().mewsClientToken().orElse(""))
              .put("connectionToken", push.path("connectionToken").asText())
              .put("relatedMessageId", messageId)
              .put("success", true);
      wire.send(
          new Request(
              Endpoint.at(Party.MEWS, path),
              "POST",
              path,
              Map.of("content-type", List.of("application/json")),
              Body.of(Tree.write(confirmation))));
    }
  }
}
