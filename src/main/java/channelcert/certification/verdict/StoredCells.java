package channelcert.certification.verdict;

import channelcert.certification.verdict.PushedCells.Interval;
import channelcert.certification.verdict.PushedCells.Pushed;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the extranet shows, read back night by night.
 *
 * @param cells value of each night that it shows
 * @param read intervals that were asked for whole
 * @param asked single cells that were asked for
 * @param exchanges ids of the exchanges that asked
 */
record StoredCells(
    Map<Cell, String> cells, List<Interval> read, Set<Cell> asked, List<String> exchanges) {

  /** What the driver, or a person, answered to the questions after a certain exchange. */
  static StoredCells of(PushKind kind, RowEvidence evidence, String afterId) {
    Map<Cell, String> cells = new HashMap<>();
    List<Interval> read = new ArrayList<>();
    Set<Cell> asked = new HashSet<>();
    List<String> exchanges = new ArrayList<>();
    for (Message message : evidence.messages()) {
      if (message.operation().equals("readAri")
          && shows(message)
          && Selection.byNumber(message.id(), afterId) > 0) {
        PushedCells.interval(message.request()).ifPresent(read::add);
        message.request().path("cells").forEach(each -> asked(kind, each, asked));
        exchanges.add(message.id());
        list(kind, message.answer()).forEach(item -> expand(kind, item, cells));
      }
    }
    return new StoredCells(cells, read, asked, exchanges);
  }

  /** A statement shows nothing, and neither does an instruction that nobody carried out. */
  private static boolean shows(Message message) {
    return message.answer().isObject()
        && (message.exchange().direction() == Direction.DRIVER
            || (Attended.isCarriedOut(message) && !Attended.isStatement(message)));
  }

  boolean wasRead(LocalDate night) {
    return read.stream().anyMatch(interval -> interval.contains(night));
  }

  /** Of what was pushed, that which was asked for: single cells of a sample, or every night. */
  Map<Cell, Pushed> among(Map<Cell, Pushed> pushed) {
    if (asked.isEmpty()) {
      return pushed;
    }
    Map<Cell, Pushed> chosen = new HashMap<>(pushed);
    chosen.keySet().removeIf(cell -> !asked.contains(cell) && !wasRead(cell.night()));
    return chosen;
  }

  /** What it shows; empty when it shows nothing. */
  Optional<String> value(Cell cell) {
    return Optional.ofNullable(cells.get(cell));
  }

  private static void asked(PushKind kind, JsonNode cell, Set<Cell> asked) {
    if (cell.path("kind").asText().equals(kind.name())) {
      PushedCells.day(cell.path("night"))
          .ifPresent(
              night ->
                  asked.add(
                      new Cell(
                          cell.path("spaceTypeCode").asText(),
                          cell.path("ratePlanCode").asText(),
                          night,
                          cell.path("guests").asInt())));
    }
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
