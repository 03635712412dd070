package channelcert.fault;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Headers that travel from end to end; those of a single connection are made anew on each. */
final class Headers {
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private Headers() {}

  /** By lower-case name. */
  static Map<String, List<String>> endToEnd(Map<String, List<String>> headers) {
    Map<String, List<String>> kept = new TreeMap<>();
    headers.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!OF_ONE_CONNECTION.contains(lower)) {
            kept.put(lower, List.copyOf(values));
          }
        });
    return kept;
  }
}
