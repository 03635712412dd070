package channelcert.pact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a JSON document, or a pattern of places: {@code $.errors[0].code}, {@code
 * $.errors[*].code}.
 */
record Place(List<String> steps) {
  static final Place ROOT = new Place(List.of());

  private static final String ANY = "*";
  private static final Pattern STEP =
      Pattern.compile("\\.([A-Za-z0-9_*-]+)|\\[(\\d+|\\*)]|\\['([^']+)']");

  static Place parse(String path) {
    List<String> steps = new ArrayList<>();
    String rest = path.startsWith("$") ? path.substring(1) : "." + path;
    Matcher step = STEP.matcher(rest);
    int end = 0;
    while (step.lookingAt()) {
      steps.add(
          step.group(1) != null
              ? step.group(1)
              : step.group(2) != null ? step.group(2) : step.group(3));
      end = step.end();
      step.region(end, rest.length());
    }
    if (end != rest.length()) {
      throw new WrongPact("'" + path + "' is no JSON path of names, [numbers] and [*]");
    }
    return new Place(List.copyOf(steps));
  }

  Place then(String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Place(List.copyOf(longer));
  }

  Place then(int index) {
    return then(Integer.toString(index));
  }

  /** Whether this pattern names the place or one of those that hold it. */
  boolean covers(Place place) {
    if (steps.size() > place.steps.size()) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).equals(ANY) && !steps.get(i).equals(place.steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether this pattern names the place itself. */
  boolean names(Place place) {
    return steps.size() == place.steps.size() && covers(place);
  }

  /** The more a pattern says, the more it counts. */
  int weight() {
    int weight = 0;
    for (String step : steps) {
      weight += step.equals(ANY) ? 1 : 2;
    }
    return weight;
  }

  /** The name of the field; of an element of a list, the name of the list. */
  String field() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (!steps.get(i).matches("\\d+")) {
        return steps.get(i);
      }
    }
    return "";
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("$");
    for (String step : steps) {
      text.append(step.matches("\\d+|\\*") ? "[" + step + "]" : "." + step);
    }
    return text.toString();
  }
}
