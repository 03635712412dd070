package channelcert.certification.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Expands pushes, in the order in which they were sent, into single nights: the last one wins. */
final class PushedCells {
  private PushedCells() {}

  /**
   * What a cell has to show.
   *
   * @param value the value that was pushed last
   * @param otherSide the value of the other side of the price; empty for everything else
   * @param first whether the night is the first one of its interval
   * @param last whether the night is the last one of its interval
   * @param older values that were pushed for it before
   */
  record Pushed(String value, String otherSide, boolean first, boolean last, List<String> older) {}

  /** Each cell of the pushes with what it has to show; prices on the given side. */
  static Map<Cell, Pushed> of(PushKind kind, PriceSide side, List<Message> pushes) {
    Map<Cell, Pushed> cells = new HashMap<>();
    for (Message push : pushes) {
      for (JsonNode item : push.request().path(kind.items())) {
        values(kind, side, item, (cell, pushed) -> put(cells, cell, pushed));
      }
    }
    return cells;
  }

  static Optional<LocalDate> day(JsonNode day) {
    try {
      return Optional.of(LocalDate.parse(day.asText()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The nights of an item, both ends included. */
  static Optional<Interval> interval(JsonNode item) {
    try {
      return Optional.of(
          new Interval(
              LocalDate.parse(item.path("from").asText()),
              LocalDate.parse(item.path("to").asText())));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Nights from one to another, both included. */
  record Interval(LocalDate from, LocalDate to) {
    List<LocalDate> nights() {
      return to.isBefore(from) ? List.of() : from.datesUntil(to.plusDays(1)).toList();
    }

    boolean contains(LocalDate night) {
      return !night.isBefore(from) && !night.isAfter(to);
    }
  }

  private static void put(Map<Cell, Pushed> cells, Cell cell, Pushed pushed) {
    Pushed before = cells.get(cell);
    if (before == null) {
      cells.put(cell, pushed);
      return;
    }
    List<String> older = new ArrayList<>(before.older());
    older.add(before.value());
    cells.put(
        cell, new Pushed(pushed.value(), pushed.otherSide(), pushed.first(), pushed.last(), older));
  }

  private static void values(
      PushKind kind, PriceSide side, JsonNode item, BiConsumer<Cell, Pushed> to) {
    String space = item.path("spaceTypeCode").asText();
    String rate = item.path("ratePlanCode").asText();
    interval(item)
        .ifPresent(
            interval -> {
              for (LocalDate night : interval.nights()) {
                Place place = new Place(night.equals(interval.from()), night.equals(interval.to()));
                switch (kind) {
                  case AVAILABILITY ->
                      to.accept(
                          new Cell(space, "", night, 0),
                          plain(CellValue.number(item.path("availability")), place));
                  case RESTRICTIONS ->
                      to.accept(
                          new Cell(space, rate, night, 0),
                          plain(CellValue.pushedRestriction(item), place));
                  case PRICES ->
                      item.path("prices")
                          .forEach(
                              price ->
                                  to.accept(
                                      new Cell(
                                          space, rate, night, price.path("guestCount").asInt()),
                                      price(price, side, place)));
                }
              }
            });
  }

  /** Where a night stands in its interval. */
  private record Place(boolean first, boolean last) {}

  private static Pushed plain(String value, Place place) {
    return new Pushed(value, "", place.first(), place.last(), List.of());
  }

  private static Pushed price(JsonNode price, PriceSide side, Place place) {
    return new Pushed(
        CellValue.number(price.path(side.field())),
        CellValue.number(price.path(side.other().field())),
        place.first(),
        place.last(),
        List.of());
  }
}
