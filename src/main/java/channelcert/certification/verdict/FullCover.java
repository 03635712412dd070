package channelcert.certification.verdict;

import channelcert.certification.verdict.PropertyFacts.Category;
import channelcert.certification.verdict.PropertyFacts.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The accepted pushes of a kind together hold every key on every night of the horizon. */
public final class FullCover {
  private FullCover() {}

  /** No key, night or number of guests is left out of what the candidate accepted. */
  public static Check of(PushKind kind) {
    return evidence -> judge(kind, evidence);
  }

  private static Finding judge(PushKind kind, RowEvidence evidence) {
    PropertyFacts property = PropertyFacts.of(evidence);
    List<Message> pushes = kind.pushes(evidence);
    List<Message> accepted =
        pushes.stream().filter(push -> Outcome.delivered(push, evidence)).toList();
    List<Cell> cells = cells(kind, property);
    String rule =
        cells.size()
            + " values from "
            + property.today()
            + " to "
            + property.today().plusDays(property.horizonNights() - 1L)
            + " accepted without a gap";
    Set<Cell> pushed = PushedCells.of(kind, PriceSide.GROSS, accepted).keySet();
    List<Cell> missing = cells.stream().filter(cell -> !pushed.contains(cell)).sorted().toList();
    if (missing.isEmpty()) {
      return Finding.passed(rule, size(accepted), Answers.ids(accepted));
    }
    Cell first = missing.getFirst();
    String found = missing.size() + " not accepted, the first " + first + "; " + size(accepted);
    return heldBack(evidence) || accepted.size() < pushes.size()
        ? Finding.failed(
            rule,
            found,
            "Accept a full update of at least 365 days for every mapped pair; a smaller maxItems or"
                + " chunkDays in the candidate file makes the messages smaller.",
            Answers.ids(pushes))
        : own(found);
  }

  /** Nobody refused anything, and all was delivered: then the Mews side left something out. */
  private static Finding own(String found) {
    throw new IllegalStateException("the Mews side did not push everything: " + found);
  }

  private static boolean heldBack(RowEvidence evidence) {
    return "false".equals(evidence.facts().get("delivered"))
        || evidence.earlier().values().stream().anyMatch(FullCover::refusals)
        || refusals(evidence);
  }

  private static boolean refusals(RowEvidence evidence) {
    return Selection.pushes(PushKind.values()).of(evidence).stream()
        .anyMatch(push -> !Outcome.delivered(push, evidence));
  }

  private static List<Cell> cells(PushKind kind, PropertyFacts property) {
    List<Cell> cells = new ArrayList<>();
    LocalDate end = property.today().plusDays(property.horizonNights());
    for (LocalDate night : property.today().datesUntil(end).toList()) {
      if (kind == PushKind.AVAILABILITY) {
        property.categories().forEach(each -> cells.add(new Cell(each.code(), "", night, 0)));
      } else {
        property.pairs().forEach(pair -> addPair(kind, pair, property, night, cells));
      }
    }
    return cells;
  }

  private static void addPair(
      PushKind kind, Pair pair, PropertyFacts property, LocalDate night, List<Cell> cells) {
    if (kind == PushKind.RESTRICTIONS) {
      cells.add(new Cell(pair.spaceTypeCode(), pair.ratePlanCode(), night, 0));
      return;
    }
    int capacity = property.category(pair.spaceTypeCode()).map(Category::capacity).orElse(0);
    for (int guests = 1; guests <= capacity; guests++) {
      cells.add(new Cell(pair.spaceTypeCode(), pair.ratePlanCode(), night, guests));
    }
  }

  private static String size(List<Message> messages) {
    long bytes = messages.stream().mapToLong(each -> each.exchange().requestBody().length()).sum();
    long millis = messages.stream().mapToLong(each -> each.exchange().duration().toMillis()).sum();
    return messages.size() + " messages accepted, " + bytes + " bytes, " + millis + " ms";
  }
}
