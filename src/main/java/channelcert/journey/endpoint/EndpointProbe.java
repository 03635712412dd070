package channelcert.journey.endpoint;

import channelcert.contract.Caller;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.Optional;

/**
 * Calls a registered address once with an empty object and looks whether somebody who speaks the
 * published API answers: HTTP 200 with a JSON object that says {@code success}.
 */
public final class EndpointProbe {
  private final Caller caller;
  private final AddressRules rules;

  /**
   * Makes a probe.
   *
   * @param caller with a short time-out, a bound on the answer, and no redirects
   */
  public EndpointProbe(Caller caller, AddressRules rules) {
    this.caller = caller;
    this.rules = rules;
  }

  /** What is wrong with the address, as a sentence; absent when it was reached and answered. */
  public Optional<String> problem(String operation, URI address) {
    Optional<String> forbidden = rules.problem(address.toString());
    if (forbidden.isPresent()) {
      return forbidden;
    }
    Operation<JsonNode, Object> called =
        new Operation<>(operation, "/" + operation, JsonNode.class, Object.class);
    return switch (caller.call(called, address, JsonNodeFactory.instance.objectNode())) {
      case Reply.Failed<Object> failed ->
          Optional.of("It could not be used: " + failed.reason() + ".");
      case Reply.Answered<Object> answered -> form(answered.body());
    };
  }

  private static Optional<String> form(Object answer) {
    return answer instanceof JsonNode tree && tree.path("success").isBoolean()
        ? Optional.empty()
        : Optional.of(
            "It answers JSON without success; an operation of the API answers"
                + " {\"success\": true} or {\"success\": false, \"errors\": [...]}.");
  }
}
