package channelcert.certification.attend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A restriction as an extranet shows it for one night.
 *
 * @param minLos shortest stay in nights; absent = none
 * @param maxLos longest stay in nights; absent = none
 */
public record ShownRestriction(
    boolean closed,
    boolean closedToArrival,
    boolean closedToDeparture,
    @Nullable Integer minLos,
    @Nullable Integer maxLos) {
  private static final Pattern PART =
      Pattern.compile(
          "(?<open>open|none)"
              + "|(?<arrival>no arrival|closed (?:to|on) arrival|cta)"
              + "|(?<departure>no departure|closed (?:to|on) departure|ctd)"
              + "|(?<closed>closed|stop sell|stopsell)"
              + "|(?:min(?:los| stay)?|from) ?(?<min>\\d{1,4})(?: nights?)?"
              + "|(?:max(?:los| stay)?|up to|to) ?(?<max>\\d{1,4})(?: nights?)?");

  /** Reads what was typed, for example {@code no arrival, min 3}; empty when it is none. */
  public static Optional<ShownRestriction> parse(String typed) {
    String rest = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s,;+/=:]+", " ").strip();
    boolean closed = false;
    boolean arrival = false;
    boolean departure = false;
    Integer min = null;
    Integer max = null;
    while (!rest.isEmpty()) {
      Matcher part = PART.matcher(rest);
      if (!part.lookingAt()) {
        return Optional.empty();
      }
      closed |= part.group("closed") != null;
      arrival |= part.group("arrival") != null;
      departure |= part.group("departure") != null;
      min = part.group("min") == null ? min : Integer.valueOf(part.group("min"));
      max = part.group("max") == null ? max : Integer.valueOf(part.group("max"));
      rest = rest.substring(part.end()).strip();
    }
    return typed.isBlank()
        ? Optional.empty()
        : Optional.of(new ShownRestriction(closed, arrival, departure, min, max));
  }

  /** Writes it in the form in which a driver shows it. */
  public void write(ObjectNode node) {
    node.put("closed", closed);
    node.put("closedToArrival", closedToArrival);
    node.put("closedToDeparture", closedToDeparture);
    if (minLos != null) {
      node.put("minLos", minLos);
    }
    if (maxLos != null) {
      node.put("maxLos", maxLos);
    }
  }
}
