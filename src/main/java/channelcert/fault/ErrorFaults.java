package channelcert.fault;

import static channelcert.fault.Behaviours.onAnswer;
import static channelcert.fault.Behaviours.onWholeAnswer;
import static channelcert.fault.Endpoint.CONFIRM_GROUP;
import static channelcert.fault.Endpoint.READ_ERROR_LOG;
import static channelcert.fault.Endpoint.UPDATE_AVAILABILITY;
import static channelcert.fault.Endpoint.UPDATE_PRICES;
import static channelcert.fault.Endpoint.UPDATE_RESTRICTIONS;
import static channelcert.fault.Fault.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with the errors that a channel manager answers. */
final class ErrorFaults {
  private static final int SYSTEM = 1;
  private static final int BOOKING = 2;
  private static final int CONNECTION = 3;
  private static final int RATE = 9;
  private static final int CATEGORY = 10;
  private static final List<Endpoint> ALL =
      List.of(UPDATE_AVAILABILITY, UPDATE_PRICES, UPDATE_RESTRICTIONS, CONFIRM_GROUP);

  private ErrorFaults() {}

  static List<Fault> all() {
    return Stream.of(system(), booking(), category(), rate(), connection(), invalid())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> system() {
    return List.of(
        fault("maintenance-with-undeclared-code", "Maintenance is answered as declared.")
            .foundBy("ERR-1", "maintenance")
            .as(everywhere(SYSTEM, error -> error.put("code", 6))),
        fault("maintenance-with-status-503", "Maintenance is answered with HTTP 200 as well.")
            .foundBy("ERR-1", "transport")
            .as(onWholeRefusal(UPDATE_AVAILABILITY, SYSTEM, answer -> answer.withStatus(503))),
        fault("maintenance-accepted", "What is not stored is not accepted.")
            .foundBy("ERR-1", "maintenance")
            .as(onRefusal(UPDATE_AVAILABILITY, SYSTEM, ErrorFaults::accept)),
        fault("maintenance-goes-on", "After maintenance messages are accepted again.")
            .foundBy("ERR-1", "works-again")
            .remembering(() -> refusesAfter("leaveMaintenance", UPDATE_AVAILABILITY)));
  }

  private static List<Fault> booking() {
    return List.of(
        fault("unknown-booking-accepted", "A booking that was never sent is unknown.")
            .foundBy("ERR-2", "refused")
            .as(onRefusal(CONFIRM_GROUP, BOOKING, ErrorFaults::accept)),
        fault("unknown-booking-with-wrong-code", "The code for an unknown booking is 2.")
            .foundBy("ERR-2", "code")
            .as(onError(CONFIRM_GROUP, BOOKING, error -> error.put("code", 7))),
        fault("unknown-booking-in-the-singular", "Errors stand in a list.")
            .foundBy("ERR-2", "code")
            .as(onRefusal(CONFIRM_GROUP, BOOKING, ErrorFaults::singular)),
        fault("unknown-booking-with-code-as-text", "A code is a number.")
            .foundBy("ERR-2", "code")
            .as(onError(CONFIRM_GROUP, BOOKING, error -> error.put("code", "2"))),
        fault("unknown-booking-with-status-404", "A refusal is answered with HTTP 200.")
            .foundBy("ERR-2", "transport")
            .as(onWholeRefusal(CONFIRM_GROUP, BOOKING, answer -> answer.withStatus(404))),
        fault("unknown-booking-not-named", "The message names the Mews number.")
            .foundBy("ERR-2", "message")
            .as(
                onError(
                    CONFIRM_GROUP,
                    BOOKING,
                    error -> error.put("message", "This reservation is not recorded here."))));
  }

  private static List<Fault> category() {
    return List.of(
        fault("unmapped-category-with-old-code", "Code 4 was replaced by 10.")
            .foundBy("ERR-3", "code")
            .as(onError(UPDATE_AVAILABILITY, CATEGORY, error -> error.put("code", 4))),
        fault("unmapped-category-as-invalid-message", "The code for an unknown category is 10.")
            .foundBy("ERR-3", "code")
            .as(onError(UPDATE_AVAILABILITY, CATEGORY, error -> error.put("code", 6))),
        fault("unmapped-category-named-otherwise", "categoryCode is the code that was pushed.")
            .foundBy("ERR-3", "category-code")
            .as(
                onError(
                    UPDATE_AVAILABILITY,
                    CATEGORY,
                    error ->
                        error.put(
                            "categoryCode",
                            error.path("categoryCode").asText().toLowerCase(Locale.ROOT)))),
        fault("unmapped-category-dropped", "What is dropped is not accepted.")
            .foundBy("ERR-3", "refused")
            .as(
                Behaviours.onRequest(
                    UPDATE_AVAILABILITY,
                    (push, memory) ->
                        Tree.removeWhere(
                            push,
                            "availabilities",
                            e -> e.path("spaceTypeCode").asText().startsWith("XC")))),
        fault("unmapped-category-not-named", "The error names the category in categoryCode.")
            .foundBy("ERR-3", "category-code")
            .as(onError(UPDATE_AVAILABILITY, CATEGORY, error -> error.remove("categoryCode"))),
        fault("unmapped-category-accepted", "An unmapped category is refused.")
            .foundBy("ERR-3", "refused")
            .as(onRefusal(UPDATE_AVAILABILITY, CATEGORY, ErrorFaults::accept)),
        fault("error-in-the-singular", "Errors stand in a list.")
            .foundBy("ERR-3", "code")
            .as(onRefusal(UPDATE_AVAILABILITY, CATEGORY, ErrorFaults::singular)));
  }

  private static List<Fault> rate() {
    return List.of(
        fault("unmapped-rate-with-old-code", "Code 5 was replaced by 9.")
            .foundBy("ERR-4", "code")
            .as(onError(UPDATE_PRICES, RATE, error -> error.put("code", 5))),
        fault("unmapped-rate-not-named", "The error names the rate plan in rateCode.")
            .foundBy("ERR-4", "rate-code")
            .as(onError(UPDATE_PRICES, RATE, error -> error.remove("rateCode"))),
        fault("unmapped-rate-named-as-category", "The rate plan stands in rateCode.")
            .foundBy("ERR-4", "rate-code")
            .as(
                onError(
                    UPDATE_PRICES,
                    RATE,
                    error -> error.set("categoryCode", error.remove("rateCode")))),
        fault("unmapped-rate-as-code-only", "A message says more than a code.")
            .foundBy("ERR-4", "message")
            .as(
                onError(
                    UPDATE_PRICES, RATE, error -> error.set("message", error.path("rateCode")))),
        fault("unmapped-rate-accepted", "An unmapped rate plan is refused.")
            .foundBy("ERR-4", "refused")
            .as(onRefusal(UPDATE_PRICES, RATE, ErrorFaults::accept)),
        fault("unmapped-rate-without-words", "A message tells the property what is wrong.")
            .foundBy("ERR-4", "message")
            .as(onError(UPDATE_PRICES, RATE, error -> error.put("message", ""))),
        fault("refusal-with-status-400", "A refusal is answered with HTTP 200.")
            .foundBy("ERR-4", "transport")
            .as(onWholeRefusal(UPDATE_PRICES, RATE, answer -> answer.withStatus(400))));
  }

  private static List<Fault> connection() {
    return List.of(
        fault("inactive-connection-accepted", "An inactive connection takes no push.")
            .foundBy("ERR-5", "availability-refused")
            .as(
                Behaviours.both(
                    onRefusal(UPDATE_AVAILABILITY, CONNECTION, ErrorFaults::accept),
                    Behaviours.both(
                        onRefusal(UPDATE_PRICES, CONNECTION, ErrorFaults::accept),
                        onRefusal(UPDATE_RESTRICTIONS, CONNECTION, ErrorFaults::accept)))),
        fault("inactive-connection-as-invalid-message", "The code is 3 at every endpoint.")
            .foundBy("ERR-5", "restrictions-refused")
            .as(onError(UPDATE_RESTRICTIONS, CONNECTION, error -> error.put("code", 6))),
        fault("inactive-connection-with-status-401", "A refusal is answered with HTTP 200.")
            .foundBy("ERR-5", "transport")
            .as(onWholeRefusal(UPDATE_RESTRICTIONS, CONNECTION, a -> a.withStatus(401))),
        fault("inactive-connection-stays-off", "A connection that is on again takes pushes.")
            .foundBy("ERR-5", "works-again")
            .remembering(() -> refusesAfter("activateConnection", UPDATE_RESTRICTIONS)),
        fault("inactive-connection-without-words", "A message tells the property what is wrong.")
            .foundBy("ERR-5", "message")
            .as(onError(UPDATE_PRICES, CONNECTION, error -> error.put("message", "Error 3"))));
  }

  private static List<Fault> invalid() {
    return List.of(
        fault("invalid-booking-repeated", "A booking refused by a rule is not repeated unchanged.")
            .foundBy("ERR-6", "not-repeated")
            .remembering(RepeatedBooking::new),
        fault("invalid-booking-repaired-first", "The booking is sent as it was ordered.")
            .foundBy("ERR-6", "invalid")
            .as(Groups.onGroup(Step.invalid(), ErrorFaults::repair)),
        fault("error-log-without-the-booking", "An entry says which booking it is about.")
            .foundBy("ERR-6", "logged")
            .as(
                onAnswer(
                    READ_ERROR_LOG,
                    (asked, log, memory) ->
                        Tree.each(
                            log,
                            "entries",
                            entry -> entry.put("channelManagerId", "").put("message", "Error 7")))),
        fault("error-log-empty", "The candidate logs what Mews refused.")
            .foundBy("ERR-6", "logged")
            .as(onAnswer(READ_ERROR_LOG, (asked, log, memory) -> log.putArray("entries"))));
  }

  private static Behaviour everywhere(int code, Consumer<ObjectNode> edit) {
    return ALL.stream()
        .map(endpoint -> onError(endpoint, code, edit))
        .reduce(Behaviours::both)
        .orElse(Behaviour.CORRECT);
  }

  /** Changes errors with that code. */
  private static Behaviour onError(Endpoint endpoint, int code, Consumer<ObjectNode> edit) {
    return onAnswer(
        endpoint,
        (asked, answer, memory) ->
            Tree.items(answer, "errors").filter(error -> is(error, code)).forEach(edit));
  }

  /** Changes refusals that name that code. */
  private static Behaviour onRefusal(Endpoint endpoint, int code, Consumer<ObjectNode> edit) {
    return onAnswer(
        endpoint,
        (asked, answer, memory) -> {
          if (names(answer, code)) {
            edit.accept(answer);
          }
        });
  }

  private static Behaviour onWholeRefusal(
      Endpoint endpoint, int code, UnaryOperator<Answer> change) {
    return onWholeAnswer(
        endpoint,
        answer ->
            Tree.read(answer.body()).filter(body -> names(body, code)).isPresent()
                ? change.apply(answer)
                : answer);
  }

  /** The first push after an order to the driver is still refused, as if nothing had changed. */
  private static Behaviour refusesAfter(String order, Endpoint endpoint) {
    AtomicBoolean ordered = new AtomicBoolean();
    return (request, wire) -> {
      if (request.endpoint().operation().equals(order)) {
        ordered.set(true);
      }
      return request.endpoint().equals(endpoint) && ordered.compareAndSet(true, false)
          ? Answer.json(Refusals.of(SYSTEM, "Not ready yet, please send the message again later."))
          : wire.send(request);
    };
  }

  /** Arrival and departure change places, so that the booking is valid. */
  private static void repair(ObjectNode group) {
    Groups.eachReservation(
        group,
        reservation -> {
          JsonNode from = reservation.path("from");
          reservation.set("from", reservation.path("to"));
          reservation.set("to", from);
        });
  }

  private static boolean names(ObjectNode answer, int code) {
    return Tree.items(answer, "errors").anyMatch(error -> is(error, code));
  }

  private static boolean is(JsonNode error, int code) {
    return error.path("code").asInt() == code;
  }

  private static void accept(ObjectNode answer) {
    answer.removeAll();
    answer.put("success", true);
  }

  private static void singular(ObjectNode answer) {
    answer.set("error", answer.path("errors").path(0));
    answer.remove("errors");
  }
}
