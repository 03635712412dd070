package channelcert.certification.verdict;

import channelcert.certification.verdict.PushedCells.Interval;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the extranet shows, read back night by night.
 *
 * @param cells value of each night that it shows
 * @param read intervals that were asked for
 * @param exchanges ids of the exchanges that asked
 */
record StoredCells(Map<Cell, String> cells, List<Interval> read, List<String> exchanges) {

  /** What the driver answered to the questions after a certain exchange. */
  static StoredCells of(PushKind kind, RowEvidence evidence, String afterId) {
    Map<Cell, String> cells = new HashMap<>();
    List<Interval> read = new ArrayList<>();
    List<String> exchanges = new ArrayList<>();
    for (Message message : evidence.messages(Direction.DRIVER, "readAri")) {
      if (Selection.byNumber(message.id(), afterId) > 0 && message.answer().isObject()) {
        PushedCells.interval(message.request()).ifPresent(read::add);
        exchanges.add(message.id());
        list(kind, message.answer()).forEach(item -> expand(kind, item, cells));
      }
    }
    return new StoredCells(cells, read, exchanges);
  }

  boolean wasRead(LocalDate night) {
    return read.stream().anyMatch(interval -> interval.contains(night));
  }

  /** What it shows; empty when it shows nothing. */
  Optional<String> value(Cell cell) {
    return Optional.ofNullable(cells.get(cell));
  }

  private static JsonNode list(PushKind kind, JsonNode answer) {
    return switch (kind) {
      case AVAILABILITY -> answer.path("availabilities");
      case PRICES -> answer.path("prices");
      case RESTRICTIONS -> answer.path("restrictions");
    };
  }

  private static void expand(PushKind kind, JsonNode item, Map<Cell, String> cells) {
    String space = item.path("spaceTypeCode").asText();
    String rate = item.path("ratePlanCode").asText();
    PushedCells.interval(item)
        .map(Interval::nights)
        .orElse(List.of())
        .forEach(
            night -> {
              switch (kind) {
                case AVAILABILITY ->
                    cells.put(
                        new Cell(space, "", night, 0), CellValue.number(item.path("availability")));
                case RESTRICTIONS -> cells.put(new Cell(space, rate, night, 0), restriction(item));
                case PRICES ->
                    item.path("prices")
                        .forEach(
                            price ->
                                cells.put(
                                    new Cell(space, rate, night, price.path("guestCount").asInt()),
                                    CellValue.number(price.path("amount"))));
              }
            });
  }

  private static String restriction(JsonNode item) {
    return CellValue.restriction(
        item.path("closed").asBoolean(),
        item.path("closedToArrival").asBoolean(),
        item.path("closedToDeparture").asBoolean(),
        item.path("minLos"),
        item.path("maxLos"));
  }
}
