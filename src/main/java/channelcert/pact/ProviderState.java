package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a provider has to have before an interaction. */
public record ProviderState(String name, Map<String, JsonNode> parameters) {
  /**
   * A parameter that is there.
   *
   * @throws WrongPact when it is not
   */
  String text(String parameter) {
    JsonNode value = parameters.get(parameter);
    if (value == null) {
      throw new WrongPact("the state '" + name + "' lacks the parameter " + parameter);
    }
    return value.asText();
  }

  /** A parameter that is a list; empty when it is not there. */
  List<String> texts(String parameter) {
    List<String> texts = new ArrayList<>();
    JsonNode value = parameters.get(parameter);
    if (value != null) {
      value.forEach(each -> texts.add(each.asText()));
    }
    return texts;
  }
}
