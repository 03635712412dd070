package channelcert.fault;

import static channelcert.fault.Behaviours.at;
import static channelcert.fault.Fault.fault;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What can go wrong only when the whole horizon is pushed. */
final class FullPushFaults {
  /** Nights after the first one from which on a push is taken for a part of a full one. */
  private static final int FAR = 300;

  private static final int LAST_NIGHT = 364;

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
              earliest.accumulateAndGet(
                  firstNight(push.get(), list), (a, b) -> a.isBefore(b) ? a : b);
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
