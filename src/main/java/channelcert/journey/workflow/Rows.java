package channelcert.journey.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The published rows by their codes. */
final class Rows {
  static final List<String> INVENTORY = codes("INV", 6);

  /** The thirteenth, with a product, is optional. */
  static final List<String> REQUIRED_RESERVATION = codes("RES", 12);

  static final List<String> ERROR = codes("ERR", 6);

  private Rows() {}

  /** The codes that are not in the set, in published order. */
  static List<String> missing(List<String> wanted, Set<String> from) {
    return wanted.stream().filter(code -> !from.contains(code)).toList();
  }

  private static List<String> codes(String prefix, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> prefix + "-" + number).toList();
  }
}
