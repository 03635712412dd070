package channelcert.fault;

import static channelcert.fault.Endpoint.PROCESS_GROUP;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;

/** Sends a booking a second time under another identifier, as after a lost answer. */
record SecondGroup(Predicate<Step> step) implements Behaviour {
  @Override
  public Answer carry(Request request, Wire wire) {
    Optional<ObjectNode> group =
        request.endpoint().equals(PROCESS_GROUP) ? Tree.read(request.body()) : Optional.empty();
    if (group.filter(content -> wire.memory().isAbout(content, step)).isPresent()) {
      ObjectNode second = group.get().deepCopy();
      second.put("messageId", second.path("messageId").asText() + "-2");
      second.put("channelManagerId", second.path("channelManagerId").asText() + "-2");
      wire.send(request.withBody(Body.of(Tree.write(second))));
    }
    return wire.send(request);
  }
}
