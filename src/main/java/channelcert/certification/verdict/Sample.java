package channelcert.certification.verdict;

import channelcert.certification.verdict.PushedCells.Pushed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Draws from what was pushed the values that a person is asked for. Together they name every
 * category, every rate and every form of a restriction, most of them on the last night of an
 * interval, where mistakes show first; a night in the middle, the first and the last one besides.
 */
public final class Sample {
  private final List<Map.Entry<Cell, Pushed>> cells;
  private final PushKind kind;

  /**
   * A value that was pushed.
   *
   * @param ratePlanCode empty for availability
   * @param guests 0 for everything but prices
   * @param value as it has to be shown
   */
  public record Spot(
      PushKind kind,
      String spaceTypeCode,
      String ratePlanCode,
      LocalDate night,
      int guests,
      String value) {}

  private Sample(PushKind kind, PriceSide side, List<Message> pushes, RandomGenerator random) {
    this.kind = kind;
    this.cells =
        new ArrayList<>(
            PushedCells.of(kind, side, pushes).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList());
    Collections.shuffle(cells, asRandom(random));
  }

  /**
   * Draws.
   *
   * @param messages of the row; what the candidate did not accept is left out
   * @param complete whether every category and rate has to be among them; else only the edges
   */
  public static List<Spot> of(
      PushKind kind,
      PriceSide side,
      List<Message> messages,
      RandomGenerator random,
      boolean complete) {
    RowEvidence evidence = new RowEvidence(messages, Map.of(), Map.of());
    List<Message> accepted =
        kind.pushes(evidence).stream().filter(push -> Outcome.delivered(push, evidence)).toList();
    Sample sample = new Sample(kind, side, accepted, random);
    Set<Map.Entry<Cell, Pushed>> drawn = new LinkedHashSet<>();
    if (complete) {
      drawn.addAll(sample.covering());
    }
    drawn.addAll(sample.edges());
    return drawn.stream()
        .map(each -> sample.spot(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(Spot::night)
                .thenComparing(Spot::spaceTypeCode)
                .thenComparing(Spot::ratePlanCode)
                .thenComparingInt(Spot::guests))
        .toList();
  }

  /** Each adds a category, a rate or a form of value that none before it had. */
  private List<Map.Entry<Cell, Pushed>> covering() {
    List<Map.Entry<Cell, Pushed>> lastNightsFirst = new ArrayList<>(cells);
    lastNightsFirst.sort(Comparator.comparing(each -> !each.getValue().last()));
    Set<String> seen = new HashSet<>();
    List<Map.Entry<Cell, Pushed>> drawn = new ArrayList<>();
    for (Map.Entry<Cell, Pushed> each : lastNightsFirst) {
      Cell cell = each.getKey();
      boolean space = seen.add("space " + cell.spaceTypeCode());
      boolean rate = seen.add("rate " + cell.ratePlanCode());
      boolean guests = seen.add("guests " + cell.guests());
      boolean form = kind == PushKind.RESTRICTIONS && seen.add(form(each.getValue()));
      if (space || rate || guests || form) {
        drawn.add(each);
      }
    }
    return drawn;
  }

  /** A cleared night is a form of its own: it shows that the later value has won. */
  private static String form(Pushed pushed) {
    return pushed.value().replaceAll("\\d+", "n") + (pushed.older().isEmpty() ? "" : " again");
  }

  private List<Map.Entry<Cell, Pushed>> edges() {
    if (cells.isEmpty()) {
      return List.of();
    }
    Comparator<Map.Entry<Cell, Pushed>> byNight = Comparator.comparing(e -> e.getKey().night());
    List<Map.Entry<Cell, Pushed>> edges = new ArrayList<>();
    edges.add(Collections.min(cells, byNight));
    edges.add(Collections.max(cells, byNight));
    cells.stream().filter(each -> !each.getValue().last()).findFirst().ifPresent(edges::add);
    return edges;
  }

  private Spot spot(Cell cell, Pushed pushed) {
    return new Spot(
        kind,
        cell.spaceTypeCode(),
        cell.ratePlanCode(),
        cell.night(),
        cell.guests(),
        pushed.value());
  }

  private static java.util.Random asRandom(RandomGenerator random) {
    return java.util.Random.from(random);
  }
}
