package channelcert.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers of the published form. */
final class Refusals {
  private Refusals() {}

  static ObjectNode success() {
    return Tree.object().put("success", true);
  }

  static ObjectNode of(int code, String message) {
    ObjectNode refusal = Tree.object().put("success", false);
    refusal.putArray("errors").addObject().put("code", code).put("message", message);
    return refusal;
  }
}
