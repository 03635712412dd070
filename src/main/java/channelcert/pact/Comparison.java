package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds an answer against its example and rules. What the consumer does not name may be there as
 * well.
 */
final class Comparison {
  private static final int LONGEST = 200;

  private final Rules rules;
  private final List<String> differences = new ArrayList<>();

  private Comparison(Rules rules) {
    this.rules = rules;
  }

  /** What is wrong, each with its place; empty when nothing is. */
  static List<String> differences(JsonNode expected, JsonNode actual, Rules rules) {
    Comparison comparison = new Comparison(rules);
    comparison.compare(Place.ROOT, expected, actual);
    return comparison.differences;
  }

  private void compare(Place place, JsonNode expected, JsonNode actual) {
    switch (rules.at(place).orElse(null)) {
      case null -> same(place, expected, actual);
      case Rule.Same ignored -> same(place, expected, actual);
      case Rule.Type type -> type(place, expected, actual, type);
      case Rule.Form(var pattern) ->
          check(
              actual.isValueNode() && pattern.matcher(actual.asText()).matches(),
              place,
              "a value of the form " + pattern,
              actual);
      case Rule.Whole ignored -> check(isWhole(actual), place, "a whole number", actual);
      case Rule.Any ignored -> check(actual.isNumber(), place, "a number", actual);
      case Rule.Holds(var variants) -> holds(place, expected, actual, variants);
    }
  }

  private void same(Place place, JsonNode expected, JsonNode actual) {
    if (expected.isObject()) {
      members(place, expected, actual);
    } else if (expected.isArray()) {
      if (check(
          actual.isArray() && actual.size() == expected.size(),
          place,
          "a list of " + expected.size(),
          actual)) {
        for (int i = 0; i < expected.size(); i++) {
          compare(place.then(i), expected.get(i), actual.get(i));
        }
      }
    } else {
      check(isEqual(expected, actual), place, expected.toString(), actual);
    }
  }

  private void members(Place place, JsonNode expected, JsonNode actual) {
    if (check(actual.isObject(), place, "an object", actual)) {
      expected
          .properties()
          .forEach(
              each ->
                  compare(place.then(each.getKey()), each.getValue(), actual.path(each.getKey())));
    }
  }

  private void type(Place place, JsonNode expected, JsonNode actual, Rule.Type type) {
    if (expected.isObject()) {
      members(place, expected, actual);
    } else if (expected.isArray()) {
      elements(place, expected, actual, type);
    } else {
      check(
          actual.getNodeType() == expected.getNodeType(),
          place,
          "a " + expected.getNodeType().toString().toLowerCase(java.util.Locale.ROOT),
          actual);
    }
  }

  private void elements(Place place, JsonNode expected, JsonNode actual, Rule.Type type) {
    boolean fits =
        check(
            actual.isArray() && actual.size() >= type.min() && actual.size() <= type.max(),
            place,
            "a list of " + type.min() + " or more",
            actual);
    if (fits && !expected.isEmpty()) {
      for (int i = 0; i < actual.size(); i++) {
        compare(place.then(i), expected.get(i < expected.size() ? i : 0), actual.get(i));
      }
    }
  }

  private void holds(Place place, JsonNode expected, JsonNode actual, List<Rule.Variant> variants) {
    if (!check(actual.isArray(), place, "a list", actual)) {
      return;
    }
    for (Rule.Variant variant : variants) {
      JsonNode wanted = expected.path(variant.index());
      boolean found = false;
      for (JsonNode element : actual) {
        found |= differences(wanted, element, variant.rules()).isEmpty();
      }
      check(found, place, "an element like " + wanted, actual);
    }
  }

  private boolean check(boolean fits, Place place, String wanted, JsonNode actual) {
    if (!fits) {
      differences.add(place + " should be " + shown(wanted) + ", not " + shown(text(actual)));
    }
    return fits;
  }

  private static String text(JsonNode actual) {
    return actual.isMissingNode() ? "absent" : actual.toString();
  }

  /** Bounded. */
  static String shown(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private static boolean isWhole(JsonNode actual) {
    return actual.isNumber() && actual.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  private static boolean isEqual(JsonNode expected, JsonNode actual) {
    return (expected.isNumber() && actual.isNumber())
        ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
        : expected.equals(actual);
  }
}
