package channelcert.fault;

import static channelcert.fault.Behaviours.onRequest;
import static channelcert.fault.Behaviours.when;
import static channelcert.fault.Endpoint.CONFIRM_GROUP;
import static channelcert.fault.Endpoint.PROCESS_GROUP;
import static channelcert.fault.Endpoint.READ_BOOKINGS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes to bookings on the wire, and to what the extranet shows of them. */
final class Groups {
  private static final int CANCELLED = 3;

  private Groups() {}

  /** Changes Process group messages about a booking at that step. */
  static Behaviour onGroup(Predicate<Step> step, Consumer<ObjectNode> edit) {
    return when(
        PROCESS_GROUP,
        (group, memory) -> memory.isAbout(group, step),
        onRequest(PROCESS_GROUP, (group, memory) -> edit.accept(group)));
  }

  /** Changes the answer to Confirm booking about a booking at that step. */
  static Behaviour onConfirmation(Predicate<Step> step, UnaryOperator<Answer> change) {
    return when(
        CONFIRM_GROUP,
        (confirmation, memory) -> memory.isAbout(confirmation, step),
        (request, wire) -> change.apply(wire.send(request)));
  }

  /** Changes a booking at that step wherever the extranet shows it. */
  static Behaviour onShownBooking(Predicate<Step> step, Consumer<ObjectNode> edit) {
    return Behaviours.onAnswer(
        READ_BOOKINGS,
        (asked, shown, memory) ->
            Tree.items(shown, "bookings")
                .filter(booking -> memory.isAbout(booking, step))
                .forEach(edit));
  }

  static void eachReservation(ObjectNode group, Consumer<ObjectNode> edit) {
    Tree.each(group, "reservations", edit);
  }

  /** The reservation at that place among those that are not cancelled. */
  static ObjectNode reservation(ObjectNode group, int place) {
    return active(group).get(place);
  }

  /** The last reservation that is not cancelled. */
  static ObjectNode last(ObjectNode group) {
    return active(group).getLast();
  }

  private static List<ObjectNode> active(ObjectNode group) {
    return Tree.items(group, "reservations")
        .filter(reservation -> reservation.path("state").asInt() != CANCELLED)
        .toList();
  }

  /** Adds to an amount on the sides that it carries. */
  static void add(JsonNode amount, BigDecimal difference) {
    if (amount instanceof ObjectNode sides) {
      for (String side : sides(sides)) {
        sides.put(side, sides.path(side).decimalValue().add(difference));
      }
    }
  }

  /** Changes a night and every total above it, so that the sums stay right. */
  static void addToNight(
      ObjectNode group, ObjectNode reservation, int night, BigDecimal difference) {
    add(reservation.path("amounts").path(night), difference);
    add(reservation.path("totalAmount"), difference);
    add(group.path("totalAmount"), difference);
  }

  /** Makes the total of a booking the sum of its reservations again. */
  static void sumUp(ObjectNode group) {
    if (group.path("totalAmount") instanceof ObjectNode total) {
      for (String side : sides(total)) {
        total.put(
            side,
            Tree.items(group, "reservations")
                .map(reservation -> reservation.path("totalAmount").path(side).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
      }
    }
  }

  private static List<String> sides(ObjectNode amount) {
    return amount.propertyStream().map(Map.Entry::getKey).toList();
  }
}
