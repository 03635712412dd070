package channelcert.fault;

import static channelcert.fault.Behaviours.at;
import static channelcert.fault.Fault.fault;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What can go wrong only when the whole horizon is pushed. */
final class FullPushFaults {
  /** Nights after the first one from which on a push is taken for a part of a full one. */
  private static final int FAR = 300;

  private static final int LAST_NIGHT = 364;
  private static final int HALF_A_YEAR = 183;
  private static final int MONTHS = 100;

  private static final String SUCCESS = "{\"success\":true}";
  private static final String BUSY =
      "{\"success\":false,\"errors\":[{\"code\":1,\"message\":\"Too busy, send again later.\"}]}";

  private FullPushFaults() {}

  static List<Fault> all() {
    return List.of(
        fault("full-push-last-night-lost", "A year has 365 nights, not 364.")
            .foundBy("INV-6", "read-back-availability")
            .remembering(FullPushFaults::lastNightLost),
        fault("full-push-interval-at-border-lost", "The last entry of a message counts too.")
            .foundBy("INV-6", "read-back-prices")
            .remembering(
                () -> onFarPush("ratePrices", Endpoint.UPDATE_PRICES, FullPushFaults::loseLast)),
        fault("full-push-dropped-but-accepted", "What is accepted is stored.")
            .foundBy("INV-6", "read-back-restrictions")
            .remembering(
                () ->
                    onFarPush(
                        "restrictions",
                        Endpoint.UPDATE_RESTRICTIONS,
                        (request, push, first, wire) -> json(SUCCESS))),
        fault("full-push-first-night-lost", "The first night of a long push is a night as well.")
            .foundBy("INV-6", "read-back-prices")
            .remembering(() -> withoutToday("ratePrices", Endpoint.UPDATE_PRICES)),
        fault("full-push-cut-after-half-a-year", "A full push reaches a year ahead.")
            .foundBy("INV-6", "read-back-restrictions")
            .remembering(() -> beyondHalfAYear("restrictions", Endpoint.UPDATE_RESTRICTIONS)),
        fault("full-push-gap-between-messages", "Messages follow each other without a gap.")
            .foundBy("INV-6", "read-back-availability")
            .remembering(
                () ->
                    onFarPush(
                        "availabilities",
                        Endpoint.UPDATE_AVAILABILITY,
                        FullPushFaults::loseFirstDay)),
        fault("full-push-overwritten-by-older", "The last message wins for each night.")
            .foundBy("INV-6", "read-back-availability")
            .remembering(FullPushFaults::olderAgain),
        fault("full-push-one-part-refused", "Every message of a full push is accepted.")
            .foundBy("INV-6", "accepted")
            .remembering(FullPushFaults::onePartRefused));
  }

  /** What happens to a push that reaches far ahead. */
  @FunctionalInterface
  private interface FarPush {
    Answer carry(Request request, ObjectNode push, LocalDate first, Wire wire);
  }

  private static Behaviour lastNightLost() {
    return onFarPush(
        "availabilities",
        Endpoint.UPDATE_AVAILABILITY,
        (request, push, first, wire) -> {
          Intervals.loseFrom(push, "availabilities", first.plusDays(LAST_NIGHT));
          return wire.send(request.withBody(Body.of(Tree.write(push))));
        });
  }

  private static Behaviour onePartRefused() {
    AtomicBoolean refused = new AtomicBoolean();
    return onFarPush(
        "availabilities",
        Endpoint.UPDATE_AVAILABILITY,
        (request, push, first, wire) ->
            refused.compareAndSet(false, true) ? json(BUSY) : wire.send(request));
  }

  private static Answer loseLast(Request request, ObjectNode push, LocalDate first, Wire wire) {
    Tree.removeLast(push, "ratePrices");
    return wire.send(request.withBody(Body.of(Tree.write(push))));
  }

  /** Only a full push begins today and goes on for months. */
  private static Behaviour withoutToday(String list, Endpoint endpoint) {
    return Behaviours.onRequest(
        endpoint,
        (push, memory) -> {
          LocalDate first = firstNight(push, list);
          if (Intervals.reachesBeyond(push, list, first, MONTHS)) {
            loseNight(push, list, first);
          }
        });
  }

  private static void loseNight(ObjectNode push, String list, LocalDate night) {
    Tree.removeWhere(
        push, list, entry -> Intervals.from(entry).equals(night) && Intervals.isOneNight(entry));
    Tree.each(
        push,
        list,
        entry -> {
          if (Intervals.from(entry).equals(night)) {
            entry.put("from", night.plusDays(1).toString());
          }
        });
  }

  private static Behaviour beyondHalfAYear(String list, Endpoint endpoint) {
    AtomicReference<LocalDate> earliest = new AtomicReference<>(LocalDate.MAX);
    return Behaviours.onRequest(
        endpoint,
        (push, memory) ->
            Intervals.loseFrom(
                push,
                list,
                earliest
                    .accumulateAndGet(firstNight(push, list), FullPushFaults::earlier)
                    .plusDays(HALF_A_YEAR)));
  }

  private static Answer loseFirstDay(Request request, ObjectNode push, LocalDate first, Wire wire) {
    loseNight(push, "availabilities", firstNight(push, "availabilities"));
    return wire.send(request.withBody(Body.of(Tree.write(push))));
  }

  /** Once the last part of a full push is stored, the very first message is applied again. */
  private static Behaviour olderAgain() {
    Queue<Request> oldest = new ConcurrentLinkedQueue<>();
    AtomicInteger replays = new AtomicInteger();
    Behaviour replay =
        onFarPush(
            "availabilities",
            Endpoint.UPDATE_AVAILABILITY,
            (request, push, first, wire) -> {
              Answer answer = wire.send(request);
              oldest.stream()
                  .limit(1)
                  .map(old -> renamed(old, "-" + replays.incrementAndGet()))
                  .forEach(wire::send);
              return answer;
            });
    return at(
        Endpoint.UPDATE_AVAILABILITY,
        (request, wire) -> {
          if (oldest.isEmpty()) {
            oldest.add(request);
          }
          return replay.carry(request, wire);
        });
  }

  private static Request renamed(Request old, String suffix) {
    ObjectNode message = Tree.read(old.body()).orElseThrow();
    message.put("messageId", message.path("messageId").asText() + suffix);
    return old.withBody(Body.of(Tree.write(message)));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** Today is taken from the first night that any push ever named. */
  private static Behaviour onFarPush(String list, Endpoint endpoint, FarPush farPush) {
    AtomicReference<LocalDate> earliest = new AtomicReference<>(LocalDate.MAX);
    return at(
        endpoint,
        (request, wire) -> {
          Optional<ObjectNode> push = Tree.read(request.body());
          if (push.isEmpty()) {
            return wire.send(request);
          }
          LocalDate first =
              earliest.accumulateAndGet(firstNight(push.get(), list), FullPushFaults::earlier);
          return Intervals.reachesBeyond(push.get(), list, first, FAR)
              ? farPush.carry(request, push.get(), first, wire)
              : wire.send(request);
        });
  }

  private static LocalDate firstNight(ObjectNode push, String list) {
    return Tree.items(push, list)
        .map(Intervals::from)
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }

  private static Answer json(String body) {
    return Answer.of(200, "application/json", body);
  }
}
