package channelcert.fault;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes every push of a kind at once and says in its confirmation what came of it. */
record RefusesLater(Endpoint endpoint) implements Behaviour {
  private static final Duration SOON = Duration.ofMillis(50);

  @Override
  public Answer carry(Request request, Wire wire) {
    Answer answer = wire.send(request);
    Optional<ObjectNode> push =
        request.endpoint().equals(endpoint) ? Tree.read(request.body()) : Optional.empty();
    Optional<ObjectNode> outcome = Tree.read(answer.body());
    if (push.isEmpty() || outcome.isEmpty()) {
      return answer;
    }
    wire.later(SOON, () -> confirm(push.get(), outcome.get(), wire));
    return Answer.json(Refusals.success().put("asyncConfirmation", true));
  }

  private static void confirm(ObjectNode push, ObjectNode outcome, Wire wire) {
    String path = URI.create(push.path("responseUrl").asText()).getRawPath();
    ObjectNode confirmation = outcome.deepCopy();
    confirmation.remove("asyncConfirmation");
    confirmation.put("clientToken", wire.memory().mewsClientToken().orElse(""));
    confirmation.set("connectionToken", push.path("connectionToken"));
    confirmation.set("relatedMessageId", push.path("messageId"));
    wire.send(
        new Request(
            Endpoint.at(Party.MEWS, path),
            "POST",
            path,
            Map.of("content-type", List.of("application/json")),
            Body.of(Tree.write(confirmation))));
  }
}
