package channelcert.certification.verdict.reservation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The errors of a published message, in the singular and in the plural form. */
final class Errors {
  static final int SYSTEM_ERROR = 1;

  private Errors() {}

  static List<JsonNode> of(JsonNode message) {
    List<JsonNode> errors = new ArrayList<>();
    if (Wire.present(message.path("error"))) {
      errors.add(message.path("error"));
    }
    message.path("errors").forEach(errors::add);
    return errors;
  }

  static String show(List<JsonNode> errors) {
    return errors.stream()
        .map(
            error ->
                "error " + Wire.show(error.path("code")) + " " + Wire.show(error.path("message")))
        .collect(Collectors.joining(", "));
  }

  /** Whether every error asks for another attempt later. */
  static boolean onlySystemErrors(List<JsonNode> errors) {
    return !errors.isEmpty()
        && errors.stream().allMatch(error -> error.path("code").intValue() == SYSTEM_ERROR);
  }

  /** Whether an answer says success and names no error. */
  static boolean none(JsonNode answer) {
    return answer.path("success").isBoolean()
        && answer.path("success").booleanValue()
        && of(answer).isEmpty();
  }
}
