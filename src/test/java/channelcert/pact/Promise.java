package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * One interaction of a pact, as a consumer states it.
 *
 * @param rows the certification rows, checks or rules that it encodes, for example {@code INV-1,
 *     INV-6}
 * @param state what the provider has to have beforehand
 * @param parameters of the state
 * @param path where the request goes
 * @param request the request body
 * @param fromState parts of the request that only the provider's state tells, by JSON path
 * @param answer what the consumer relies on in the answer
 */
record Promise(
    String rows,
    String description,
    String state,
    Map<String, Object> parameters,
    String path,
    JsonNode request,
    Map<String, String> fromState,
    Answer answer) {
  static final String CONNECTION = "CONN-1";

  /** In the ordinary state. */
  static Promise of(String rows, String description, String path, String request, Answer answer) {
    return new Promise(
        rows,
        description,
        States.ORDINARY,
        Map.of("connectionToken", CONNECTION),
        path,
        Texts.json(request),
        Map.of(),
        answer);
  }

  /** The same for other rows. */
  Promise inRows(String others) {
    return new Promise(others, description, state, parameters, path, request, fromState, answer);
  }

  /** The same in another state. */
  Promise given(String state, Object... parameters) {
    Map<String, Object> all = new TreeMap<>(this.parameters);
    for (int i = 0; i < parameters.length; i += 2) {
      all.put((String) parameters[i], parameters[i + 1]);
    }
    return new Promise(rows, description, state, all, path, request, fromState, answer);
  }

  /** The same with a part of the request that the state tells. */
  Promise with(String place, String expression) {
    Map<String, String> all = new TreeMap<>(fromState);
    all.put(place, expression);
    return new Promise(rows, description, state, parameters, path, request, all, answer);
  }

  /** The same with another value in the request; absent when null. */
  Promise changed(String field, Object value) {
    ObjectNode changed = request.deepCopy();
    changed.remove(field);
    if (value != NOTHING) {
      changed.set(field, Texts.MAPPER.valueToTree(value));
    }
    return new Promise(rows, description, state, parameters, path, changed, fromState, answer);
  }

  static final Object NOTHING = new Object();
}
