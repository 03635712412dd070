package channelcert.pact;

import channelcert.pact.SpecDiff.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who depends on a place of the specs: operations, interactions of our pacts, rows. */
public final class Dependents {
  /**
   * What a change touches.
   *
   * @param interactions descriptions by pact file, where there are any
   * @param rows of the certification, as the interactions name them
   */
  public record Touched(
      Set<String> operations, Map<String, List<String>> interactions, Set<String> rows) {
    /** One line for operations, for rows, and for the interactions of each pact. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      if (!operations.isEmpty()) {
        lines.add("operations: " + String.join(", ", operations));
      }
      interactions.forEach(
          (file, names) -> lines.add("interactions of " + file + ": " + String.join("; ", names)));
      lines.add("rows: " + (rows.isEmpty() ? "none" : String.join(", ", rows)));
      return lines;
    }
  }

  private record Use(String file, Interaction interaction, Set<String> places) {}

  private final SpecFolder specs;
  private final List<Use> uses = new ArrayList<>();

  /** Of the specs before a change. */
  public Dependents(SpecFolder specs) {
    this.specs = specs;
    for (String side : List.of("channel-manager", "mews")) {
      PactFile pact = PactFile.shipped(side);
      String file = "pact/" + pact.consumer() + "-" + pact.provider() + ".json";
      for (Interaction each : pact.interactions()) {
        uses.add(new Use(file, each, Uses.of(specs, side, each)));
      }
    }
  }

  /** What the change touches: examples that lead through the place that it is in. */
  public Touched of(Change change) {
    Map<String, List<String>> interactions = new LinkedHashMap<>();
    Set<String> rows = new TreeSet<>();
    for (Use use : uses) {
      if (use.places().contains(change.holder())) {
        interactions
            .computeIfAbsent(use.file(), file -> new ArrayList<>())
            .add(use.interaction().description());
        rows.addAll(rows(use.interaction()));
      }
    }
    return new Touched(specs.operations(change.owner()), interactions, rows);
  }

  private static Set<String> rows(Interaction interaction) {
    return List.of(interaction.row().split(", (?!code)")).stream()
        .filter(row -> !row.startsWith("rule") && !row.startsWith("journey"))
        .collect(Collectors.toSet());
  }
}
