package channelcert.fault;

import static channelcert.fault.Endpoint.PROCESS_GROUP;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Forgets that the dates of a booking were changed: each space keeps its former definition. */
final class OldDates implements Behaviour {
  private final Predicate<Step> made;
  private final Predicate<Step> changed;
  private final Map<String, ObjectNode> reservations = new ConcurrentHashMap<>();

  OldDates(Predicate<Step> made, Predicate<Step> changed) {
    this.made = made;
    this.changed = changed;
  }

  @Override
  public Answer carry(Request request, Wire wire) {
    Optional<ObjectNode> group =
        request.endpoint().equals(PROCESS_GROUP) ? Tree.read(request.body()) : Optional.empty();
    return wire.send(
        group.map(content -> treated(request, content, wire.memory())).orElse(request));
  }

  private Request treated(Request request, ObjectNode group, Memory memory) {
    if (memory.isAbout(group, made)) {
      Groups.eachReservation(
          group, reservation -> reservations.put(code(reservation), reservation));
      return request;
    }
    if (!memory.isAbout(group, changed)) {
      return request;
    }
    Groups.eachReservation(group, this::restore);
    Groups.sumUp(group);
    return request.withBody(Body.of(Tree.write(group)));
  }

  private void restore(ObjectNode reservation) {
    ObjectNode former = reservations.get(code(reservation));
    if (former != null) {
      reservation.setAll(former);
    }
  }

  private static String code(JsonNode reservation) {
    return reservation.path("code").asText();
  }
}
