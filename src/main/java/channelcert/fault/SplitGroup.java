package channelcert.fault;

import static channelcert.fault.Endpoint.PROCESS_GROUP;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sends each reservation of a booking as a booking of its own. */
record SplitGroup(Predicate<Step> step) implements Behaviour {
  @Override
  public Answer carry(Request request, Wire wire) {
    Optional<ObjectNode> group =
        request.endpoint().equals(PROCESS_GROUP) ? Tree.read(request.body()) : Optional.empty();
    return group.filter(content -> wire.memory().isAbout(content, step)).isPresent()
        ? sendEach(request, group.get(), wire)
        : wire.send(request);
  }

  private static Answer sendEach(Request request, ObjectNode group, Wire wire) {
    List<ObjectNode> reservations = Tree.items(group, "reservations").toList();
    Answer answer = Answer.json(Refusals.success());
    for (ObjectNode reservation : reservations) {
      answer = wire.send(request.withBody(Body.of(Tree.write(alone(group, reservation)))));
    }
    return answer;
  }

  private static ObjectNode alone(ObjectNode group, ObjectNode reservation) {
    String code = "-" + reservation.path("code").asText();
    ObjectNode part = group.deepCopy();
    part.put("messageId", group.path("messageId").asText() + code);
    part.put("channelManagerId", group.path("channelManagerId").asText() + code);
    part.set("totalAmount", reservation.path("totalAmount"));
    part.putArray("reservations").add(reservation);
    return part;
  }
}
