package channelcert.mews.inventory;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A restriction as stored: states, shortest and longest stay, separated by slashes, for example
 * {@code 2,8/3/7} or {@code 1//}.
 */
record RestrictionText(List<Integer> states, @Nullable Integer minLos, @Nullable Integer maxLos) {
  static final String OPEN = new RestrictionText(List.of(1), null, null).write();

  static RestrictionText read(String stored) {
    String[] parts = stored.split("/", -1);
    List<Integer> states = Stream.of(parts[0].split(",", -1)).map(Integer::valueOf).toList();
    return new RestrictionText(states, number(parts[1]), number(parts[2]));
  }

  /** The stored form; the order of the states does not matter, so it is fixed. */
  String write() {
    String codes =
        new TreeSet<>(states).stream().map(String::valueOf).collect(Collectors.joining(","));
    return codes + "/" + text(minLos) + "/" + text(maxLos);
  }

  private static @Nullable Integer number(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  private static String text(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }
}
