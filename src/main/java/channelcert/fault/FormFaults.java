package channelcert.fault;

import static channelcert.fault.Behaviours.at;
import static channelcert.fault.Behaviours.onAnswer;
import static channelcert.fault.Behaviours.onWholeAnswer;
import static channelcert.fault.Behaviours.when;
import static channelcert.fault.Endpoint.CONFIRM_GROUP;
import static channelcert.fault.Endpoint.UPDATE_AVAILABILITY;
import static channelcert.fault.Endpoint.UPDATE_PRICES;
import static channelcert.fault.Fault.fault;
import static channelcert.fault.Groups.onConfirmation;
import static channelcert.fault.Step.Shape.SINGLE;
import static channelcert.fault.Step.sent;

import channelcert.exchange.Body;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with the form of an answer, whatever it says. */
final class FormFaults {
  private static final String HTML = "<!doctype html><title>Sign in</title><p>Please sign in.</p>";

  private FormFaults() {}

  static List<Fault> all() {
    return Stream.of(pushes(), firstPush(), confirmations()).flatMap(List::stream).toList();
  }

  private static List<Fault> pushes() {
    return List.of(
        fault("availability-answered-with-page", "An answer is JSON, no page for people.")
            .foundBy("INV-1", "transport", "INV-6", "ERR-1", "ERR-3", "ERR-5")
            .as(onWholeAnswer(UPDATE_AVAILABILITY, answer -> Answer.of(200, "text/html", HTML))),
        fault("availability-answered-with-status-201", "The status of an answer is 200.")
            .foundBy("INV-1", "transport", "INV-6", "ERR-1", "ERR-3", "ERR-5")
            .as(onWholeAnswer(UPDATE_AVAILABILITY, answer -> answer.withStatus(201))),
        fault("availability-success-as-text", "'success' is true, not \"true\".")
            .foundBy("INV-1", "accepted", "INV-6", "ERR-1", "ERR-3", "ERR-5")
            .as(
                onAnswer(
                    UPDATE_AVAILABILITY,
                    (asked, answer, memory) ->
                        answer.put("success", answer.path("success").asText()))),
        fault("availability-errors-beside-success", "A message that is taken has no errors.")
            .foundBy("INV-1", "accepted", "INV-6", "ERR-1", "ERR-3", "ERR-5")
            .as(
                onAnswer(
                    UPDATE_AVAILABILITY,
                    (asked, answer, memory) -> {
                      if (answer.path("success").asBoolean()) {
                        answer.putArray("errors").addObject().put("code", 7).put("message", "?");
                      }
                    })),
        fault("prices-answered-without-body", "An answer has a body.")
            .foundBy("INV-2", "transport", "INV-3", "INV-5", "INV-6", "ERR-4", "ERR-5")
            .as(onWholeAnswer(UPDATE_PRICES, answer -> Answer.of(200, "application/json", ""))),
        fault("prices-answered-with-list", "An answer is an object.")
            .foundBy("INV-2", "transport", "INV-3", "INV-5", "INV-6", "ERR-4", "ERR-5")
            .as(
                onWholeAnswer(
                    UPDATE_PRICES,
                    answer -> answer.withBody(Body.of("[" + answer.body().text() + "]")))));
  }

  /** Only the first push meets the fault, so that the same data arrive with the next one. */
  private static List<Fault> firstPush() {
    return List.of(
        fault("first-push-answered-with-status-500", "The endpoint answers HTTP 200 always.")
            .foundBy("INV-1", "transport")
            .remembering(once(answer -> Answer.of(500, "text/html", "<h1>Server error</h1>"))),
        fault("first-push-redirected", "The registered address answers itself.")
            .foundBy("INV-1", "transport")
            .remembering(
                once(
                    answer ->
                        new Answer(
                            302,
                            Map.of("location", List.of("https://elsewhere.example/login")),
                            Body.EMPTY))),
        fault("first-push-answered-in-half", "An answer is complete JSON.")
            .foundBy("INV-1", "transport")
            .remembering(once(answer -> Answer.of(200, "application/json", "{\"success\": tr"))),
        fault("first-push-not-answered", "Every message is answered.")
            .foundBy("INV-1", "transport")
            .remembering(once(answer -> Answer.NONE)));
  }

  private static List<Fault> confirmations() {
    return List.of(
        confirmation("confirmation-answered-with-status-500", "Confirm booking is answered 200.")
            .as(onConfirmation(sent(SINGLE, Step.GROSS), answer -> answer.withStatus(500))),
        confirmation("confirmation-redirected", "Confirm booking is answered where it is sent.")
            .as(
                onConfirmation(
                    sent(SINGLE, Step.GROSS),
                    answer -> new Answer(307, Map.of("location", List.of("/other")), Body.EMPTY))),
        fault("confirmation-not-answered", "Confirm booking is answered.")
            .foundBy("RES-1", "confirmation-answered", "RES-2", "RES-3")
            .remembering(FormFaults::neverAnswered),
        confirmation("confirmation-answered-with-nothing", "Confirm booking is answered in JSON.")
            .as(
                onConfirmation(
                    sent(SINGLE, Step.GROSS), answer -> Answer.of(200, "application/json", ""))));
  }

  private static Fault.Placed confirmation(String name, String breaks) {
    return fault(name, breaks).foundBy("RES-1", "confirmation-answered");
  }

  /** Stays silent to one confirmation, also when it is repeated after the next step. */
  private static Behaviour neverAnswered() {
    Set<String> unanswered = ConcurrentHashMap.newKeySet();
    return when(
        CONFIRM_GROUP,
        (confirmation, memory) -> {
          String id = confirmation.path("relatedMessageId").asText();
          if (memory.isAbout(confirmation, sent(SINGLE, Step.GROSS))) {
            unanswered.add(id);
          }
          return unanswered.contains(id);
        },
        (request, wire) -> Answer.NONE);
  }

  /** The first push that is taken; what knocks before it names no known connection. */
  private static Supplier<Behaviour> once(UnaryOperator<Answer> change) {
    return () -> {
      AtomicBoolean done = new AtomicBoolean();
      return at(
          UPDATE_AVAILABILITY,
          (request, wire) -> {
            Answer answer = wire.send(request);
            return answer.isAccepted() && done.compareAndSet(false, true)
                ? change.apply(answer)
                : answer;
          });
    };
  }
}
