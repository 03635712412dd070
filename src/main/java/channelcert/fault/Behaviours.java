package channelcert.fault;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The words in which faults are declared. A body that is no JSON object passes unchanged. */
final class Behaviours {
  /** Changes a message in place. */
  @FunctionalInterface
  interface Edit {
    void apply(ObjectNode message, Memory memory);
  }

  /** Changes an answer in place, knowing what was asked. */
  @FunctionalInterface
  interface AnswerEdit {
    void apply(ObjectNode asked, ObjectNode answer, Memory memory);
  }

  /** Whether an exchange is concerned, by its request. */
  @FunctionalInterface
  interface Condition {
    boolean holds(ObjectNode asked, Memory memory);
  }

  private Behaviours() {}

  /** Changes every request of an operation before its host sees it. */
  static Behaviour onRequest(Endpoint endpoint, Edit edit) {
    return at(endpoint, (request, wire) -> wire.send(edited(request, wire.memory(), edit)));
  }

  /** Changes every answer of an operation before its caller sees it. */
  static Behaviour onAnswer(Endpoint endpoint, AnswerEdit edit) {
    return at(
        endpoint,
        (request, wire) -> {
          Answer answer = wire.send(request);
          Optional<ObjectNode> asked = Tree.read(request.body());
          Optional<ObjectNode> answered = Tree.read(answer.body());
          if (asked.isEmpty() || answered.isEmpty()) {
            return answer;
          }
          edit.apply(asked.get(), answered.get(), wire.memory());
          return answer.withBody(Body.of(Tree.write(answered.get())));
        });
  }

  /** Changes status or form of every answer of an operation. */
  static Behaviour onWholeAnswer(Endpoint endpoint, UnaryOperator<Answer> change) {
    return at(endpoint, (request, wire) -> change.apply(wire.send(request)));
  }

  /** The host never sees the request; its caller gets this answer. */
  static Behaviour dropRequest(Endpoint endpoint, Function<ObjectNode, Answer> answer) {
    return at(
        endpoint,
        (request, wire) ->
            Tree.read(request.body()).map(answer).orElseGet(() -> wire.send(request)));
  }

  /** Concerns only exchanges for which the condition holds. */
  static Behaviour when(Endpoint endpoint, Condition condition, Behaviour behaviour) {
    return at(
        endpoint,
        (request, wire) ->
            Tree.read(request.body())
                    .filter(asked -> condition.holds(asked, wire.memory()))
                    .isPresent()
                ? behaviour.carry(request, wire)
                : wire.send(request));
  }

  /** The first behaviour goes around the second. */
  static Behaviour both(Behaviour first, Behaviour second) {
    return (request, wire) -> first.carry(request, new Around(wire, second));
  }

  /** Only one operation is concerned; nothing else is even read. */
  static Behaviour at(Endpoint endpoint, Behaviour behaviour) {
    return (request, wire) ->
        request.endpoint().equals(endpoint) ? behaviour.carry(request, wire) : wire.send(request);
  }

  private static Request edited(Request request, Memory memory, Edit edit) {
    return Tree.read(request.body())
        .map(
            message -> {
              edit.apply(message, memory);
              return request.withBody(Body.of(Tree.write(message)));
            })
        .orElse(request);
  }

  /** A wire with a behaviour on it. */
  private record Around(Wire wire, Behaviour behaviour) implements Wire {
    @Override
    public Answer send(Request request) {
      return behaviour.carry(request, wire);
    }

    @Override
    public void later(Duration delay, Runnable work) {
      wire.later(delay, work);
    }

    @Override
    public Memory memory() {
      return wire.memory();
    }
  }
}
