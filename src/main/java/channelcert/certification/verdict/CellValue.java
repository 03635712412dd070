package channelcert.certification.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Values of cells as text, written the same way on both sides so that equal means equal. */
final class CellValue {
  static final String OPEN = "open";
  static final String CLOSED = "closed";

  private CellValue() {}

  /** 120.50 and 120.5 are the same amount. */
  static String number(JsonNode node) {
    return node.isNumber()
        ? node.decimalValue().stripTrailingZeros().toPlainString()
        : node.toString();
  }

  /**
   * A restriction as a guest meets it: where no night may be sold, nothing else matters; a shortest
   * stay of one night is none.
   */
  static String restriction(
      boolean closed, boolean noArrival, boolean noDeparture, JsonNode minLos, JsonNode maxLos) {
    if (closed) {
      return CLOSED;
    }
    StringBuilder text = new StringBuilder();
    append(text, noArrival ? "no arrival" : "");
    append(text, noDeparture ? "no departure" : "");
    append(
        text, minLos.isNumber() && minLos.asInt() > 1 ? "from " + minLos.asInt() + " nights" : "");
    append(text, maxLos.isNumber() ? "up to " + maxLos.asInt() + " nights" : "");
    return text.isEmpty() ? OPEN : text.toString();
  }

  /** The published form of a restriction in the words of {@link #restriction}. */
  static String pushedRestriction(JsonNode item) {
    Set<Integer> states = new HashSet<>();
    item.path("state").forEach(state -> states.add(state.asInt()));
    return restriction(
        states.contains(8),
        states.contains(6),
        states.contains(7),
        item.path("minLos"),
        item.path("maxLos"));
  }

  private static void append(StringBuilder text, String part) {
    if (!part.isEmpty()) {
      text.append(text.isEmpty() ? "" : ", ").append(part);
    }
  }
}
