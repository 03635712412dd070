package channelcert.fault;

import static channelcert.fault.Behaviours.at;
import static channelcert.fault.Behaviours.onAnswer;
import static channelcert.fault.Behaviours.onRequest;
import static channelcert.fault.Endpoint.PROCESS_GROUP;
import static channelcert.fault.Endpoint.UPDATE_AVAILABILITY;
import static channelcert.fault.Endpoint.UPDATE_PRICES;
import static channelcert.fault.Endpoint.UPDATE_RESTRICTIONS;
import static channelcert.fault.Fault.fault;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One fault for each supplementary row, found where only that row runs. */
final class SupplementaryFaults {
  private static final int SYSTEM = 1;
  private static final int AUTHENTICATION = 8;
  private static final int PAIR = 11;
  private static final int CANCELLED = 3;
  private static final int DELETED = 4;
  private static final int LONGEST_UNRESTRICTED = 10;
  private static final Endpoint CONFIRMATION = mews("processAvailabilityConfirmation");

  private SupplementaryFaults() {}

  static List<Fault> all() {
    return Stream.of(answers(), contents(), bookings(), blocks(), connections())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> answers() {
    return List.of(
        fault("wrong-token-accepted", "Only Mews, by its client token, may push.")
            .foundBy("SUP-1", "prices")
            .as(
                onAnswer(
                    UPDATE_PRICES,
                    (asked, answer, memory) -> {
                      if (names(answer, AUTHENTICATION)) {
                        accept(answer);
                      }
                    })),
        fault("repeated-push-applied-again", "A messageId is processed once.")
            .foundBy("SUP-2", "read-back")
            .remembering(SupplementaryFaults::forgetful),
        fault("push-after-maintenance-lost", "What was refused for a while is stored later.")
            .foundBy("SUP-3", "read-back")
            .remembering(SupplementaryFaults::loses),
        fault("failure-confirmed-as-success", "A confirmation says how the processing ended.")
            .foundBy("SUP-4", "failure-reported")
            .as(onRequest(CONFIRMATION, (message, memory) -> succeed(message))),
        fault("pair-error-without-category", "Error 11 names both codes.")
            .foundBy("SUP-5", "pair-category")
            .as(onError(UPDATE_PRICES, PAIR, error -> error.remove("categoryCode"))),
        fault("first-error-only", "All bad codes are listed at once.")
            .foundBy("SUP-6", "second-rate")
            .as(onAnswer(UPDATE_PRICES, (asked, answer, memory) -> keepFirst(answer, "errors"))),
        fault("get-answered-with-success", "Messages are taken by POST only.")
            .foundBy("SUP-19", "get")
            .as(
                at(
                    UPDATE_AVAILABILITY,
                    (request, wire) ->
                        request.method().equals("GET")
                            ? Answer.json(Refusals.success())
                            : wire.send(request))));
  }

  private static List<Fault> contents() {
    return List.of(
        fault("long-stays-always-bookable", "Limits of length hold for every stay.")
            .foundBy("SUP-7", "stay-unless")
            .as(
                onAnswer(
                    candidate("readBookability"),
                    (asked, answer, memory) ->
                        Tree.each(answer, "stays", SupplementaryFaults::openWhereLong))),
        fault("first-restriction-kept", "A later restriction replaces an earlier one.")
            .foundBy("SUP-8", "restrictions")
            .remembering(SupplementaryFaults::keepsFirstStates),
        fault("age-prices-dropped", "Prices by age category are stored as they come.")
            .foundBy("SUP-20", "age-prices")
            .as(
                onRequest(
                    UPDATE_PRICES,
                    (message, memory) ->
                        Tree.each(message, "ratePrices", item -> item.putArray("agePrices")))));
  }

  private static List<Fault> bookings() {
    return List.of(
        fault("partial-cancellation-of-everything", "Reservations that stay are repeated.")
            .foundBy("SUP-10", "one-cancelled")
            .as(onRequest(PROCESS_GROUP, (group, memory) -> cancelAll(group))),
        fault("total-made-the-sum", "The total is that of the channel.")
            .foundBy("SUP-11", "total")
            .as(
                onRequest(
                    PROCESS_GROUP,
                    (group, memory) -> group.putObject("totalAmount").put("gross", 580))),
        fault("discount-dropped", "A discount travels as a negative extra.")
            .foundBy("SUP-12", "extra")
            .as(
                onRequest(
                    PROCESS_GROUP,
                    (group, memory) ->
                        Tree.each(
                            group,
                            "reservations",
                            each ->
                                Tree.removeWhere(
                                    each, "extras", SupplementaryFaults::isNegative)))),
        fault("unknown-channel-as-another", "A channel without code is named without code.")
            .foundBy("SUP-13", "named")
            .as(
                onRequest(
                    PROCESS_GROUP,
                    (group, memory) ->
                        Tree.each(group, "sources", source -> source.put("code", 1)))),
        fault("unsynchronised-rate-replaced", "A rate that is not pushed can still be booked.")
            .foundBy("SUP-15", "ordered")
            .as(
                onRequest(
                    PROCESS_GROUP,
                    (group, memory) ->
                        Tree.each(
                            group, "reservations", each -> each.put("ratePlanCode", "FLX")))));
  }

  private static List<Fault> blocks() {
    return List.of(
        fault("block-cancelled-without-number", "A change of a block carries Mews' number of it.")
            .foundBy("SUP-16", "cancelled")
            .as(
                onRequest(
                    mews("processAvailabilityBlock"),
                    (message, memory) -> dropNumber(message.path("availabilityBlock")))),
        fault("block-confirmed-under-new-codes", "A block keeps the code that it was given.")
            .foundBy("SUP-16", "confirmed")
            .as(
                onRequest(
                    mews("processAvailabilityBlockConfirmation"),
                    (message, memory) ->
                        message.put("code", "BLK-" + message.path("relatedMessageId").asText()))),
        fault(
                "block-shown-without-last-night",
                "The end of a block is the day after its last night.")
            .foundBy("SUP-16", "read-back")
            .as(
                onRequest(
                    candidate("processAvailabilityBlock"),
                    (message, memory) -> shorten(message.path("availabilityBlock")))));
  }

  private static void dropNumber(JsonNode block) {
    if (block instanceof ObjectNode object && object.path("status").asText().equals("Canceled")) {
      object.remove("confirmationNumber");
    }
  }

  private static void shorten(JsonNode block) {
    Tree.each(
        block,
        "spaceCategories",
        category ->
            Tree.each(
                category,
                "allocatedSpaces",
                held ->
                    held.put(
                        "end",
                        LocalDate.parse(held.path("end").asText()).minusDays(1).toString())));
  }

  private static List<Fault> connections() {
    return List.of(
        fault("configuration-never-fetched-again", "A notification is followed by a look.")
            .foundBy("SUP-9", "fetched")
            .remembering(SupplementaryFaults::asksOnce),
        fault("deletion-not-taken", "Every type of notification is taken.")
            .foundBy("SUP-9", "deleted")
            .as(
                onAnswer(
                    candidate("changeNotificaton"),
                    (asked, answer, memory) -> {
                      if (asked.path("type").asInt() == DELETED) {
                        answer.put("success", false);
                      }
                    })),
        fault("inventory-incomplete", "Set inventory is the complete list of pairs.")
            .foundBy("SUP-14", "complete")
            .as(
                onRequest(
                    mews("setInventory"),
                    (message, memory) -> Tree.removeLast(message, "inventoryMappings"))),
        fault("connections-mixed-up", "What is pushed belongs to one connection.")
            .foundBy("SUP-18", "separate")
            .remembering(SupplementaryFaults::mixesUp));
  }

  /** Stores a repetition as something new. */
  private static Behaviour forgetful() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return onRequest(
        UPDATE_AVAILABILITY,
        (push, memory) -> {
          String id = push.path("messageId").asText();
          if (!seen.add(id)) {
            push.put("messageId", id + "-again");
          }
        });
  }

  /** Stores what was refused with a system error before as nothing at all. */
  private static Behaviour loses() {
    Set<JsonNode> refused = ConcurrentHashMap.newKeySet();
    return at(
        UPDATE_AVAILABILITY,
        (request, wire) -> {
          JsonNode content =
              Tree.read(request.body()).<JsonNode>map(p -> p.path("availabilities")).orElseThrow();
          Answer answer = wire.send(refused.contains(content) ? emptied(request) : request);
          if (Tree.read(answer.body()).filter(body -> names(body, SYSTEM)).isPresent()) {
            refused.add(content);
          }
          return answer;
        });
  }

  private static Request emptied(Request push) {
    ObjectNode message = Tree.read(push.body()).orElseThrow();
    message.putArray("availabilities");
    return push.withBody(Body.of(Tree.write(message)));
  }

  private static Behaviour keepsFirstStates() {
    Map<String, JsonNode> first = new ConcurrentHashMap<>();
    return onRequest(
        UPDATE_RESTRICTIONS,
        (push, memory) ->
            Tree.each(
                push,
                "restrictions",
                item ->
                    item.set(
                        "state",
                        first.computeIfAbsent(
                            item.path("spaceTypeCode") + "/" + item.path("ratePlanCode"),
                            key -> item.path("state").deepCopy()))));
  }

  /** Knows only the configuration of each connection's set-up. */
  private static Behaviour asksOnce() {
    Set<String> asked = ConcurrentHashMap.newKeySet();
    return at(
        mews("getConfiguration"),
        (request, wire) ->
            Tree.read(request.body())
                    .filter(message -> asked.add(message.path("connectionToken").asText()))
                    .isPresent()
                ? wire.send(request)
                : Answer.json(Refusals.of(SYSTEM, "Not asked at all.")));
  }

  /** Stores everything under the connection that was set up first. */
  private static Behaviour mixesUp() {
    Map<String, String> first = new ConcurrentHashMap<>();
    return onRequest(
        UPDATE_AVAILABILITY,
        (push, memory) ->
            push.put(
                "connectionToken",
                first.computeIfAbsent("first", key -> push.path("connectionToken").asText())));
  }

  private static Behaviour onError(Endpoint endpoint, int code, Consumer<ObjectNode> edit) {
    return onAnswer(
        endpoint,
        (asked, answer, memory) ->
            Tree.items(answer, "errors")
                .filter(error -> error.path("code").asInt() == code)
                .forEach(edit));
  }

  private static boolean names(ObjectNode answer, int code) {
    return Tree.items(answer, "errors").anyMatch(error -> error.path("code").asInt() == code);
  }

  private static void accept(ObjectNode answer) {
    answer.removeAll();
    answer.put("success", true);
  }

  private static void succeed(ObjectNode confirmation) {
    confirmation.put("success", true).remove("errors");
  }

  private static void keepFirst(ObjectNode answer, String list) {
    while (answer.path(list).size() > 1) {
      Tree.removeLast(answer, list);
    }
  }

  private static void openWhereLong(ObjectNode stay) {
    LocalDate arrival = LocalDate.parse(stay.path("arrival").asText());
    LocalDate departure = LocalDate.parse(stay.path("departure").asText());
    if (ChronoUnit.DAYS.between(arrival, departure) > LONGEST_UNRESTRICTED) {
      stay.put("bookable", true);
    }
  }

  private static void cancelAll(ObjectNode group) {
    if (Tree.items(group, "reservations")
        .anyMatch(each -> each.path("state").asInt() == CANCELLED)) {
      group.putArray("reservations");
    }
  }

  private static boolean isNegative(ObjectNode extra) {
    return extra.path("amount").path("gross").decimalValue().signum() < 0;
  }

  private static Endpoint candidate(String operation) {
    return new Endpoint(Party.CANDIDATE, operation);
  }

  private static Endpoint mews(String operation) {
    return new Endpoint(Party.MEWS, operation);
  }
}
