package channelcert.certification.preflight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found, with the same words about several addresses said once. */
public final class Folded {
  private static final int MOST_NAMED = 3;

  private Folded() {}

  /** The diagnoses in their order; one that is like an earlier one joins it. */
  public static List<Diagnosis> of(List<Diagnosis> found) {
    Map<Diagnosis, List<String>> subjects = new LinkedHashMap<>();
    for (Diagnosis each : found) {
      Diagnosis alike = new Diagnosis("", each.level(), each.origin(), each.found(), each.fix());
      subjects.computeIfAbsent(alike, ignored -> new ArrayList<>()).add(each.subject());
    }
    List<Diagnosis> folded = new ArrayList<>();
    subjects.forEach(
        (alike, names) ->
            folded.add(
                new Diagnosis(
                    names.size() == 1 ? names.getFirst() : names.size() + " addresses",
                    alike.level(),
                    alike.origin(),
                    alike.found(),
                    alike.fix() + (alike.fix().isEmpty() ? "" : named(names)))));
    return folded;
  }

  private static String named(List<String> names) {
    if (names.size() == 1) {
      return "";
    }
    return names.size() <= MOST_NAMED
        ? " (" + String.join(", ", names) + ")"
        : " (%s and %d more)"
            .formatted(String.join(", ", names.subList(0, MOST_NAMED)), names.size() - MOST_NAMED);
  }
}
