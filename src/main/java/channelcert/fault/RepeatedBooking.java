package channelcert.fault;

import static channelcert.fault.Endpoint.CONFIRM_GROUP;
import static channelcert.fault.Endpoint.PROCESS_GROUP;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends an invalid booking again, unchanged under a new message id, once Mews has refused it. */
final class RepeatedBooking implements Behaviour {
  private static final Duration SOON = Duration.ofMillis(100);

  private final Map<String, Request> sent = new ConcurrentHashMap<>();

  @Override
  public Answer carry(Request request, Wire wire) {
    Answer answer = wire.send(request);
    if (request.endpoint().equals(PROCESS_GROUP)) {
      Tree.read(request.body())
          .filter(group -> wire.memory().isAbout(group, Step.invalid()))
          .ifPresent(group -> remember(request, group, answer, wire));
    } else if (request.endpoint().equals(CONFIRM_GROUP)) {
      Tree.read(request.body())
          .filter(confirmation -> confirmation.hasNonNull("error"))
          .ifPresent(confirmation -> repeat(confirmation, wire));
    }
    return answer;
  }

  private void remember(Request request, ObjectNode group, Answer answer, Wire wire) {
    sent.put(id(group), request);
    boolean refused =
        Tree.read(answer.body()).filter(body -> !body.path("success").asBoolean()).isPresent();
    if (refused) {
      repeat(group, wire);
    }
  }

  private void repeat(ObjectNode aboutBooking, Wire wire) {
    Request request = sent.remove(id(aboutBooking));
    if (request != null) {
      wire.later(SOON, () -> wire.send(renamed(request)));
    }
  }

  private static Request renamed(Request request) {
    return Tree.read(request.body())
        .map(
            group -> {
              group.put("messageId", group.path("messageId").asText() + "-again");
              return request.withBody(Body.of(Tree.write(group)));
            })
        .orElse(request);
  }

  private static String id(ObjectNode message) {
    return message.path("channelManagerId").asText();
  }
}
