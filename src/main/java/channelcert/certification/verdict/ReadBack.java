package channelcert.certification.verdict;

import channelcert.certification.verdict.PushedCells.Pushed;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Lesson;
import channelcert.certification.verdict.lesson.WrongNight;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A-READ: the extranet shows what was pushed. Every pushed night, key and number of guests is
 * compared, none is sampled. A restriction that the candidate cannot express may be closed instead,
 * because closing is the safe side.
 */
public final class ReadBack implements Check {
  private static final int SHOWN = 10;

  /** Enough for a calendar; a canned extranet is wrong in tens of thousands of cells. */
  private static final int NIGHTS_KEPT = 500;

  private final PushKind kind;
  private final Function<RowEvidence, PriceSide> side;

  private ReadBack(PushKind kind, Function<RowEvidence, PriceSide> side) {
    this.kind = kind;
    this.side = side;
  }

  public static ReadBack availability() {
    return new ReadBack(PushKind.AVAILABILITY, evidence -> PriceSide.GROSS);
  }

  public static ReadBack restrictions() {
    return new ReadBack(PushKind.RESTRICTIONS, evidence -> PriceSide.GROSS);
  }

  /** Prices, on that side of the price. */
  public static ReadBack prices(PriceSide side) {
    return new ReadBack(PushKind.PRICES, evidence -> side);
  }

  /** Prices, on the side that a note names. */
  public static ReadBack prices(String fact) {
    return new ReadBack(PushKind.PRICES, evidence -> PriceSide.valueOf(evidence.fact(fact)));
  }

  @Override
  public Finding judge(RowEvidence evidence) {
    List<Message> delivered = delivered(evidence);
    String rule = "every pushed value stands in the extranet";
    if (delivered.isEmpty()) {
      return Finding.missing(
          rule, "no push was accepted", "There is nothing to compare until a push is accepted.");
    }
    StoredCells stored = StoredCells.of(kind, evidence, delivered.getLast().id());
    if (stored.exchanges().isEmpty()) {
      return stated(rule, Attended.asked(evidence, "readAri"));
    }
    Map<Cell, Pushed> pushed = stored.among(PushedCells.of(kind, side.apply(evidence), delivered));
    return pushed.isEmpty()
        ? Finding.missing(rule, "nobody was asked for any of them", "Run the row again.")
        : compare(new Compared(pushed, stored, side.apply(evidence), evidence));
  }

  /** Nothing shows the values; then a person may have stated that they are there. */
  private static Finding stated(String rule, List<Message> asked) {
    return asked.stream()
        .filter(Attended::isStatement)
        .reduce((earlier, later) -> later)
        .map(statement -> Attended.stated(rule, statement))
        .orElseGet(
            () ->
                Finding.missing(
                    rule,
                    Attended.reasonNot(asked)
                        .map(reason -> "the extranet was not looked at, " + reason)
                        .orElse("the extranet was not read back"),
                    "Offer a driver with readAri, or have a person tell what the extranet shows."));
  }

  /** What was delivered; a repetition under the same messageId has no effect. */
  private List<Message> delivered(RowEvidence evidence) {
    Set<String> seen = new HashSet<>();
    return kind.pushes(evidence).stream()
        .filter(push -> Outcome.delivered(push, evidence))
        .filter(push -> seen.add(push.request().path("messageId").toString() + messageless(push)))
        .toList();
  }

  private static String messageless(Message push) {
    return push.request().path("messageId").asText().isEmpty() ? push.id() : "";
  }

  private static Finding compare(Compared compared) {
    Map<Cell, Pushed> pushed = compared.pushed();
    StoredCells stored = compared.stored();
    TreeMap<Cell, Pushed> wrong = new TreeMap<>();
    pushed.forEach(
        (cell, value) -> {
          if (!stored.wasRead(cell.night()) && !stored.asked().contains(cell)) {
            throw new IllegalStateException(cell + " was pushed but not read back");
          }
          if (!fits(value, compared.shown(cell))) {
            wrong.put(cell, value);
          }
        });
    if (wrong.isEmpty()) {
      return Finding.passed(
          "all " + pushed.size() + " pushed values stand in the extranet",
          "all of them; among them " + sample(pushed),
          stored.exchanges());
    }
    List<Cause> causes = ReadBackCause.of(compared, wrong);
    return Finding.failed(
            lines(wrong, (cell, value) -> value.value()),
            wrong.size()
                + " of "
                + pushed.size()
                + " values differ: "
                + lines(wrong, (cell, value) -> stored.value(cell).orElse("nothing")),
            ReadBackHint.of(causes),
            stored.exchanges())
        .teaching(lesson(causes, wrong, stored));
  }

  private static Lesson lesson(
      List<Cause> causes, SortedMap<Cell, Pushed> wrong, StoredCells stored) {
    List<WrongNight> nights =
        wrong.entrySet().stream()
            .limit(NIGHTS_KEPT)
            .map(each -> night(each.getKey(), each.getValue(), stored))
            .toList();
    return new Lesson(causes.isEmpty() ? null : causes.getFirst(), List.of(), nights, wrong.size());
  }

  private static WrongNight night(Cell cell, Pushed pushed, StoredCells stored) {
    return new WrongNight(
        cell.spaceTypeCode(),
        cell.ratePlanCode(),
        cell.guests(),
        cell.night(),
        pushed.value(),
        stored.value(cell).orElse("nothing"));
  }

  private static boolean fits(Pushed pushed, String shown) {
    return shown.equals(pushed.value())
        || (shown.equals(CellValue.CLOSED) && combined(pushed.value()));
  }

  /** A kind of stay together with a length of stay is what not every extranet can express. */
  private static boolean combined(String restriction) {
    return restriction.startsWith("no ") && restriction.contains(" nights");
  }

  private static String sample(Map<Cell, Pushed> pushed) {
    Cell first = Collections.min(pushed.keySet());
    Cell last = Collections.max(pushed.keySet());
    return shown(first, pushed) + " and " + shown(last, pushed);
  }

  private static String shown(Cell cell, Map<Cell, Pushed> pushed) {
    return cell + " = " + Objects.requireNonNull(pushed.get(cell)).value();
  }

  private static String lines(SortedMap<Cell, Pushed> cells, Shown shown) {
    String text =
        String.join(
            "; ",
            cells.entrySet().stream()
                .limit(SHOWN)
                .map(each -> each.getKey() + " = " + shown.of(each.getKey(), each.getValue()))
                .toList());
    return cells.size() > SHOWN ? text + "; and " + (cells.size() - SHOWN) + " more" : text;
  }

  /** What is shown of a cell. */
  @FunctionalInterface
  private interface Shown {
    String of(Cell cell, Pushed pushed);
  }

  /**
   * Both sides of the comparison.
   *
   * @param side side of the price that has to be shown
   */
  record Compared(
      Map<Cell, Pushed> pushed, StoredCells stored, PriceSide side, RowEvidence evidence) {
    /** What the extranet shows; a restriction that it does not show is none. */
    String shown(Cell cell) {
      String value = Objects.requireNonNull(pushed.get(cell)).value();
      boolean restriction = !value.isEmpty() && Character.isLetter(value.charAt(0));
      return stored.value(cell).orElse(restriction ? CellValue.OPEN : "");
    }
  }
}
