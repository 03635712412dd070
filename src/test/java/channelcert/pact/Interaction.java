package channelcert.pact;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import java.util.List;
import java.util.Map;

/**
 * One interaction of a pact.
 *
 * @param row the certification row or rule that it encodes
 * @param state what the provider has to have beforehand
 * @param path where the request goes
 * @param request the request body, exact
 * @param answer what the consumer relies on in the answer
 */
record Interaction(
    String row, String description, String state, String path, String request, DslPart answer) {

  /** Adds the interactions to a pact in order. */
  static PactDslResponse add(PactDslWithProvider pact, List<Interaction> interactions) {
    PactDslResponse last = null;
    for (Interaction each : interactions) {
      PactDslRequestWithPath request =
          last == null
              ? pact.given(each.state).uponReceiving(each.name()).path(each.path)
              : last.given(each.state).uponReceiving(each.name()).path(each.path);
      last =
          request
              .method("POST")
              .headers(Map.of("Content-Type", "application/json"))
              .body(each.request, "application/json")
              .willRespondWith()
              .status(200)
              .matchHeader("Content-Type", "application/json(;.*)?", "application/json")
              .body(each.answer);
    }
    if (last == null) {
      throw new IllegalArgumentException("a pact needs an interaction");
    }
    return last;
  }

  private String name() {
    return row + ": " + description;
  }
}
