package channelcert.fault;

import static channelcert.fault.Behaviours.both;
import static channelcert.fault.Behaviours.onAnswer;
import static channelcert.fault.Behaviours.onRequest;
import static channelcert.fault.Behaviours.onWholeAnswer;
import static channelcert.fault.Endpoint.CONFIRM_GROUP;
import static channelcert.fault.Endpoint.PROCESS_GROUP;
import static channelcert.fault.Endpoint.UPDATE_AVAILABILITY;
import static channelcert.fault.Endpoint.UPDATE_PRICES;
import static channelcert.fault.Endpoint.UPDATE_RESTRICTIONS;

import channelcert.certification.candidate.Capabilities;
import channelcert.exchange.Body;
import channelcert.fault.Behaviours.Edit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Channel managers that are right, each in its own way: none of them may fail. */
final class Variants {
  private static final List<Endpoint> PUSHES =
      List.of(UPDATE_AVAILABILITY, UPDATE_PRICES, UPDATE_RESTRICTIONS);
  private static final List<Endpoint> HOSTED =
      List.of(UPDATE_AVAILABILITY, UPDATE_PRICES, UPDATE_RESTRICTIONS, CONFIRM_GROUP);
  private static final Duration SLOW = Duration.ofMillis(150);
  private static final int INACTIVE = 3;
  private static final int AUTHENTICATION = 8;

  private Variants() {}

  static List<Variant> all() {
    return List.of(
        wire(
            "asynchronous",
            "Takes every push for later and confirms it once.",
            each(PUSHES, push -> new Asynchronous(push, List::of))),
        wire("refuses-later", "Takes every push for later, and confirms its refusals.", later()),
        wire(
            "other-order",
            "Writes fields and list entries in another order.",
            both(
                each(HOSTED, host -> onAnswer(host, (asked, answer, m) -> reverse(answer))),
                onGroup(Variants::reverse))),
        wire(
            "unknown-fields",
            "Adds fields of its own to messages and answers.",
            both(
                each(HOSTED, host -> onAnswer(host, (asked, answer, m) -> extend(answer))),
                onGroup(Variants::extend))),
        wire(
            "nulls",
            "Writes null where a field is absent.",
            both(
                each(HOSTED, host -> onAnswer(host, (asked, answer, m) -> nulls(answer))),
                onGroup(Variants::nullsInGroup))),
        wire(
            "pretty-printed",
            "Sets JSON out over many lines.",
            both(
                each(HOSTED, host -> onWholeAnswer(host, Variants::pretty)),
                Behaviours.at(
                    PROCESS_GROUP,
                    (request, wire) -> wire.send(request.withBody(pretty(request.body())))))),
        wire(
            "slow-in-time",
            "Thinks a moment before each answer.",
            each(HOSTED, host -> onWholeAnswer(host, Variants::slowly))),
        wire(
            "content-type-with-charset",
            "Names the content type in capitals and with a charset.",
            each(
                HOSTED,
                host ->
                    onWholeAnswer(
                        host,
                        answer -> answer.withContentType("Application/JSON; charset=UTF-8")))),
        wire(
            "keep-alive-off",
            "Closes the connection after each answer.",
            each(
                HOSTED,
                host -> onWholeAnswer(host, answer -> withHeader(answer, "connection", "close")))),
        new Variant(
            "plain-http-1-0",
            "Answers in HTTP/1.0 with lower-case headers and no length.",
            UnaryOperator.identity(),
            true,
            () -> Behaviour.CORRECT),
        wire(
            "old-names",
            "Names channel and guests in the fields of before 2022.",
            onGroup(Variants::oldNames)),
        wire(
            "code-8-for-inactive",
            "Answers error 8 where others answer 3.",
            each(PUSHES, host -> onAnswer(host, (asked, answer, m) -> as8(answer)))),
        wire(
            "repeats-with-the-same-id",
            "Sends each booking twice under one message id.",
            Behaviours.at(
                PROCESS_GROUP,
                (request, wire) -> {
                  wire.send(request);
                  return wire.send(request);
                })),
        wire(
            "amounts-without-zeros",
            "Writes 120.5 for 120.50 and 120 for 120.00.",
            onGroup(Variants::otherNumbers)),
        claimed(
            "minimal",
            "Sends no products, knows no age categories and no sources.",
            all -> new Capabilities(all.pricing(), false, false, false, false, 5000, 365, null)),
        claimed(
            "one-week-a-message",
            "Takes messages of one week only, 53 for each kind in a full update.",
            all -> new Capabilities(all.pricing(), true, true, false, true, 5000, 7, null)),
        claimed(
            "one-night-a-message",
            "Takes messages of one night only.",
            all -> new Capabilities(all.pricing(), true, true, false, true, 5000, 1, null)));
  }

  private static Variant wire(String name, String differs, Behaviour behaviour) {
    return new Variant(name, differs, UnaryOperator.identity(), false, () -> behaviour);
  }

  private static Variant claimed(
      String name, String differs, UnaryOperator<Capabilities> capabilities) {
    return new Variant(name, differs, capabilities, false, () -> Behaviour.CORRECT);
  }

  private static Behaviour each(List<Endpoint> endpoints, Function<Endpoint, Behaviour> behaviour) {
    return endpoints.stream().map(behaviour).reduce(Behaviours::both).orElse(Behaviour.CORRECT);
  }

  private static Behaviour later() {
    return each(PUSHES, RefusesLater::new);
  }

  private static Behaviour onGroup(Consumer<ObjectNode> edit) {
    Edit change = (group, memory) -> edit.accept(group);
    return onRequest(PROCESS_GROUP, change);
  }

  /** Night amounts keep their order, which is that of the nights. */
  private static void reverse(ObjectNode object) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
    Collections.reverse(fields);
    object.removeAll();
    fields.forEach(field -> object.set(field.getKey(), reversed(field)));
  }

  private static JsonNode reversed(Map.Entry<String, JsonNode> field) {
    if (field.getValue() instanceof ObjectNode inner) {
      reverse(inner);
    } else if (field.getValue() instanceof ArrayNode list) {
      list.forEach(
          item -> {
            if (item instanceof ObjectNode inner) {
              reverse(inner);
            }
          });
      if (!field.getKey().equals("amounts")) {
        List<JsonNode> items = new ArrayList<>(list.valueStream().toList());
        Collections.reverse(items);
        list.removeAll().addAll(items);
      }
    }
    return field.getValue();
  }

  private static void extend(ObjectNode object) {
    object.put("x-request", "7f3a").putObject("vendor").put("build", 4711).putArray("tags").add(1);
    Groups.eachReservation(object, each -> each.put("colour", "blue"));
    Tree.each(object, "errors", each -> each.put("severity", "high"));
  }

  private static void nulls(ObjectNode answer) {
    for (String field : List.of("asyncConfirmation", "errors", "error", "comments")) {
      if (!answer.has(field)) {
        answer.putNull(field);
      }
    }
  }

  private static void nullsInGroup(ObjectNode group) {
    for (String field : List.of("comments", "company", "travelAgency", "booker", "channel")) {
      if (!group.has(field)) {
        group.putNull(field);
      }
    }
    Groups.eachReservation(
        group,
        each -> {
          for (String field : List.of("extras", "adultCount", "childCount", "guests")) {
            if (!each.has(field)) {
              each.putNull(field);
            }
          }
        });
  }

  private static Answer pretty(Answer answer) {
    return answer.withBody(pretty(answer.body()));
  }

  private static Body pretty(Body body) {
    return Tree.read(body).map(node -> Body.of(node.toPrettyString() + "\n")).orElse(body);
  }

  private static Answer slowly(Answer answer) {
    try {
      Thread.sleep(SLOW);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  private static Answer withHeader(Answer answer, String name, String value) {
    Map<String, List<String>> headers = new HashMap<>(answer.headers());
    headers.put(name, List.of(value));
    return new Answer(answer.status(), headers, answer.body());
  }

  private static void oldNames(ObjectNode group) {
    JsonNode code = group.path("sources").path(0).path("code");
    if (code.isInt()) {
      group.remove("sources");
      group.putObject("channel").put("name", "Booking").set("code", code);
    }
    Groups.eachReservation(
        group,
        each -> {
          Tree.each(
              each,
              "guestCounts",
              count ->
                  each.set(
                      count.path("code").asText().equals("Child") ? "childCount" : "adultCount",
                      count.path("count")));
          each.remove("guestCounts");
        });
  }

  private static void as8(ObjectNode answer) {
    Tree.items(answer, "errors")
        .filter(error -> error.path("code").asInt() == INACTIVE)
        .forEach(error -> error.put("code", AUTHENTICATION));
  }

  private static void otherNumbers(ObjectNode group) {
    Groups.eachReservation(
        group, reservation -> Tree.each(reservation, "amounts", Variants::withoutZeros));
  }

  private static void withoutZeros(ObjectNode amount) {
    for (String side : List.of("gross", "net")) {
      if (amount.path(side).isNumber()) {
        amount.put(side, amount.path(side).decimalValue().stripTrailingZeros());
      }
    }
  }
}
