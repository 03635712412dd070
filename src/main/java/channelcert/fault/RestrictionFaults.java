package channelcert.fault;

import static channelcert.fault.Behaviours.onAnswer;
import static channelcert.fault.Behaviours.onRequest;
import static channelcert.fault.Endpoint.READ_ARI;
import static channelcert.fault.Endpoint.UPDATE_RESTRICTIONS;
import static channelcert.fault.Fault.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What can be wrong with the restrictions that the extranet shows. */
final class RestrictionFaults {
  private static final String LIST = "restrictions";
  private static final int OPEN = 1;
  private static final int TO_ARRIVAL = 6;
  private static final int TO_DEPARTURE = 7;
  private static final int TO_STAY = 8;

  private RestrictionFaults() {}

  static List<Fault> all() {
    return List.of(
        declared("restriction-los-swapped", "The shortest stay is not the longest.")
            .as(
                onAnswer(
                    READ_ARI,
                    (asked, shown, memory) ->
                        Tree.each(shown, LIST, RestrictionFaults::swapLengths))),
        declared("restriction-los-ignored", "Limits of the length of stay are shown.")
            .as(onEach(RestrictionFaults::ignoreLengths)),
        fault("restriction-arrival-shown-as-departure", "Closed to arrival is not to departure.")
            .foundBy("INV-4", "read-back")
            .as(onEach(entry -> replaceStates(entry, Map.of(TO_ARRIVAL, TO_DEPARTURE)))),
        declared("restriction-departure-shown-as-arrival", "Closed to departure is not to arrival.")
            .as(onEach(entry -> replaceStates(entry, Map.of(TO_DEPARTURE, TO_ARRIVAL)))),
        fault("restriction-arrival-shown-as-closed", "Closed to arrival sells staying through.")
            .foundBy("INV-4", "read-back")
            .as(onEach(entry -> replaceStates(entry, Map.of(TO_ARRIVAL, TO_STAY)))),
        declared("restriction-departure-ignored", "Closed to departure is shown.")
            .as(onEach(RestrictionFaults::openDeparture)),
        declared("restriction-longest-stay-ignored", "The longest stay is shown.")
            .as(onEach(entry -> entry.remove("maxLos"))),
        declared("restriction-shortest-stay-one-too-long", "The shortest stay is shown as it is.")
            .as(onEach(RestrictionFaults::longer)),
        declared("restriction-first-night-lost", "The first day of an interval is a night as well.")
            .as(
                onRequest(
                    UPDATE_RESTRICTIONS, (push, memory) -> Intervals.loseFirstNights(push, LIST))),
        declared("restriction-cleared-one-stays", "A restriction that is taken back is gone.")
            .as(onRequest(UPDATE_RESTRICTIONS, (push, memory) -> keepCleared(push))),
        fault("restriction-closed-shown-open", "A closed night cannot be sold.")
            .foundBy("INV-4", "read-back")
            .as(onEach(RestrictionFaults::openClosed)),
        fault("restriction-confirmed-for-another", "A confirmation names its message.")
            .foundBy("INV-4", "confirmed", "INV-6", "ERR-5")
            .as(Asynchronous.confirmedForAnother(UPDATE_RESTRICTIONS)),
        declared("restriction-last-night-lost", "The last day of an interval is a night as well.")
            .as(
                onRequest(
                    UPDATE_RESTRICTIONS, (push, memory) -> Intervals.loseLastNights(push, LIST))));
  }

  private static Fault.Placed declared(String name, String breaks) {
    return fault(name, breaks).foundBy("INV-4", "read-back", "INV-6");
  }

  private static Behaviour onEach(Consumer<ObjectNode> edit) {
    return onRequest(UPDATE_RESTRICTIONS, (push, memory) -> Tree.each(push, LIST, edit));
  }

  private static void swapLengths(ObjectNode entry) {
    JsonNode shortest = entry.path("minLos");
    JsonNode longest = entry.path("maxLos");
    if (shortest.isInt() && longest.isInt()) {
      entry.set("minLos", longest);
      entry.set("maxLos", shortest);
    }
  }

  private static void openDeparture(ObjectNode entry) {
    if (entry.path("state").valueStream().anyMatch(state -> state.asInt() == TO_DEPARTURE)) {
      entry.putArray("state").add(OPEN);
    }
  }

  private static void longer(ObjectNode entry) {
    if (entry.path("minLos").isInt()) {
      entry.put("minLos", entry.path("minLos").asInt() + 1);
    }
  }

  private static void ignoreLengths(ObjectNode entry) {
    entry.remove(List.of("minLos", "maxLos"));
  }

  private static void replaceStates(ObjectNode entry, Map<Integer, Integer> instead) {
    JsonNode written = entry.path("state");
    ArrayNode states = entry.putArray("state");
    written.forEach(state -> states.add(instead.getOrDefault(state.asInt(), state.asInt())));
  }

  private static void keepCleared(ObjectNode push) {
    Tree.removeWhere(
        push,
        LIST,
        entry ->
            entry.path("state").size() == 1
                && entry.path("state").path(0).asInt() == OPEN
                && !entry.hasNonNull("minLos")
                && !entry.hasNonNull("maxLos"));
  }

  private static void openClosed(ObjectNode entry) {
    if (entry.path("state").valueStream().anyMatch(state -> state.asInt() == TO_STAY)) {
      entry.putArray("state").add(OPEN);
    }
  }
}
