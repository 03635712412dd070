package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How a value may differ from its example. */
sealed interface Rule {
  /** Same JSON type; of a list, so many elements at least and at most. */
  record Type(int min, int max) implements Rule {}

  /** A text, or a number as text, of a form. */
  record Form(Pattern pattern) implements Rule {}

  /** A whole number. */
  record Whole() implements Rule {}

  /** Any number. */
  record Any() implements Rule {}

  /** Exactly the example, also where a rule around it is laxer. */
  record Same() implements Rule {}

  /** A list that holds an element for each variant, in any order and among others. */
  record Holds(List<Variant> variants) implements Rule {}

  /**
   * An element that has to be there.
   *
   * @param index its example in the example of the list
   */
  record Variant(int index, Rules rules) {}

  static Rule of(JsonNode matcher, String where) {
    String kind = matcher.path("match").asText();
    return switch (kind) {
      case "type" ->
          new Type(matcher.path("min").asInt(0), matcher.path("max").asInt(Integer.MAX_VALUE));
      case "regex" -> new Form(pattern(matcher.path("regex").asText(), where));
      case "integer" -> new Whole();
      case "number", "decimal" -> new Any();
      case "equality" -> new Same();
      case "arrayContains", "array-contains" ->
          new Holds(variants(matcher.path("variants"), where));
      default -> throw new WrongPact(where + ": the matcher '" + kind + "' is not understood here");
    };
  }

  private static Pattern pattern(String regex, String where) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new WrongPact(where + ": '" + regex + "' is no regular expression");
    }
  }

  private static List<Variant> variants(JsonNode nodes, String where) {
    List<Variant> variants = new ArrayList<>();
    for (JsonNode node : nodes) {
      variants.add(new Variant(node.path("index").asInt(), Rules.of(node.path("rules"), where)));
    }
    return List.copyOf(variants);
  }
}
