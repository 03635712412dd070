package channelcert.fault;

import static channelcert.fault.Behaviours.onAnswer;
import static channelcert.fault.Behaviours.onRequest;
import static channelcert.fault.Behaviours.onWholeAnswer;
import static channelcert.fault.Endpoint.READ_ARI;
import static channelcert.fault.Endpoint.UPDATE_AVAILABILITY;
import static channelcert.fault.Fault.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What can be wrong with the units that the extranet shows. */
final class AvailabilityFaults {
  private static final String LIST = "availabilities";

  private AvailabilityFaults() {}

  static List<Fault> all() {
    return List.of(
        fault("availability-last-night-lost", "The last day of an interval is a night as well.")
            .foundBy("INV-1", "read-back", "INV-6")
            .as(onRequest(UPDATE_AVAILABILITY, (push, m) -> Intervals.loseLastNights(push, LIST))),
        fault("availability-first-night-lost", "The first day of an interval is a night as well.")
            .foundBy("INV-1", "read-back", "INV-6")
            .as(onRequest(UPDATE_AVAILABILITY, (push, m) -> Intervals.loseFirstNights(push, LIST))),
        fault("availability-first-interval-only", "Every interval of a push counts.")
            .foundBy("INV-1", "read-back", "INV-6")
            .as(onRequest(UPDATE_AVAILABILITY, (push, m) -> keepFirst(push))),
        fault("availability-always-five", "The extranet shows what was pushed, nothing canned.")
            .foundBy("INV-1", "read-back", "INV-6")
            .as(onAnswer(READ_ARI, (asked, shown, m) -> alwaysFive(shown))),
        fault("availability-category-ignored", "Every mapped category is updated.")
            .foundBy("INV-1", "read-back", "INV-6")
            .as(onRequest(UPDATE_AVAILABILITY, (push, m) -> ignoreCategory(push, "BED"))),
        fault("availability-a-day-late", "A date is a calendar day, in no time zone.")
            .foundBy("INV-1", "read-back", "INV-6")
            .as(onRequest(UPDATE_AVAILABILITY, (push, m) -> Intervals.shift(push, LIST, 1))),
        fault("availability-last-interval-lost", "The last entry of a push counts too.")
            .foundBy("INV-1", "read-back", "INV-6", "ERR-3")
            .as(onRequest(UPDATE_AVAILABILITY, (push, m) -> Tree.removeLast(push, LIST))),
        fault("availability-under-another-category", "Units belong to their own category.")
            .foundBy("INV-1", "read-back", "INV-6")
            .as(onRequest(UPDATE_AVAILABILITY, (push, m) -> Tree.each(push, LIST, e -> swap(e)))),
        fault("availability-one-too-many", "The units that are pushed are the units to sell.")
            .foundBy("INV-1", "read-back", "INV-6")
            .as(
                onRequest(
                    UPDATE_AVAILABILITY,
                    (push, m) ->
                        Tree.each(
                            push,
                            LIST,
                            e -> e.put("availability", e.path("availability").asInt() + 1)))),
        fault("availability-dropped-but-accepted", "What is accepted is stored.")
            .foundBy("INV-1", "read-back", "INV-6", "ERR-3")
            .as(onRequest(UPDATE_AVAILABILITY, (push, m) -> push.putArray(LIST))),
        fault("availability-never-confirmed", "What is taken for later is confirmed.")
            .foundBy("INV-1", "confirmed", "INV-6", "ERR-3", "ERR-5")
            .as(Asynchronous.neverConfirmed(UPDATE_AVAILABILITY)),
        fault("availability-confirmed-twice", "What is taken for later is confirmed once.")
            .foundBy("INV-1", "confirmed", "INV-6", "ERR-5")
            .as(Asynchronous.confirmedTwice(UPDATE_AVAILABILITY)),
        fault("availability-answered-as-text", "An answer is JSON and says so.")
            .foundBy("INV-1", "transport", "INV-6", "ERR-1", "ERR-3", "ERR-5")
            .as(
                onWholeAnswer(
                    UPDATE_AVAILABILITY, answer -> answer.withContentType("text/plain"))));
  }

  private static void swap(ObjectNode entry) {
    String code = entry.path("spaceTypeCode").asText();
    entry.put("spaceTypeCode", code.equals("DBL") ? "TWN" : code.equals("TWN") ? "DBL" : code);
  }

  private static void keepFirst(ObjectNode push) {
    while (push.path(LIST).size() > 1) {
      Tree.removeLast(push, LIST);
    }
  }

  private static void alwaysFive(ObjectNode shown) {
    Tree.each(shown, LIST, entry -> entry.put("availability", 5));
  }

  private static void ignoreCategory(ObjectNode push, String code) {
    Tree.removeWhere(push, LIST, entry -> entry.path("spaceTypeCode").asText().equals(code));
  }
}
