package channelcert.certification.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What differs between two forms of a block, in words. Used by one thread. */
final class BlockDifferences {
  private final List<String> wrong = new ArrayList<>();

  boolean isEmpty() {
    return wrong.isEmpty();
  }

  void add(String difference) {
    wrong.add(difference);
  }

  void same(String what, JsonNode expected, JsonNode actual) {
    equal(what, text(expected), text(actual));
  }

  void equal(String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      wrong.add(what + " is '" + actual + "', not '" + expected + "'");
    }
  }

  private static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asText();
  }

  /** A word of either notation: AllInOneGroup and ALL_IN_ONE_GROUP are the same. */
  static String word(JsonNode node) {
    return node.asText().replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** The entry of a category; missing where there is none. */
  static JsonNode category(JsonNode categories, String code) {
    for (JsonNode category : categories) {
      if (category.path("spaceTypeCode").asText().equals(code)) {
        return category;
      }
    }
    return MissingNode.getInstance();
  }

  /** All of them in one line. */
  @Override
  public String toString() {
    return String.join("; ", wrong);
  }
}
