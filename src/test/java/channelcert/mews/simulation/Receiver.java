package channelcert.mews.simulation;

import static java.util.stream.Collectors.joining;

import channelcert.contract.channelmanager.Availability;
import channelcert.contract.channelmanager.RatePrice;
import channelcert.contract.channelmanager.Restriction;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.inventory.InventoryKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one connection of a plain channel manager shows: the last value of each night, in the order
 * of arrival; a message id counts once.
 */
final class Receiver {
  private final Map<Cell, Map<LocalDate, String>> values = new TreeMap<>();
  private final Map<String, SimpleResponse> answered = new HashMap<>();

  /** A value on an interval, both ends included. */
  record Item(Cell cell, LocalDate from, LocalDate to, String value) {}

  /** A message as the receiver sees it. */
  record Push(InventoryKind kind, String id, String responseUrl, List<Item> items) {}

  @Nullable String value(Cell cell, LocalDate night) {
    return values.getOrDefault(cell, Map.of()).get(night);
  }

  /** The stored answer of a message that was seen before. */
  @Nullable SimpleResponse known(Push push) {
    return answered.get(push.id());
  }

  void remember(Push push, SimpleResponse answer) {
    answered.put(push.id(), answer);
  }

  void apply(List<Item> items) {
    for (Item item : items) {
      Map<LocalDate, String> nights = values.computeIfAbsent(item.cell(), cell -> new TreeMap<>());
      item.from()
          .datesUntil(item.to().plusDays(1))
          .forEach(night -> nights.put(night, item.value()));
    }
  }

  static Push read(Object request) {
    return switch (request) {
      case UpdateAvailabilityRequest all ->
          new Push(
              InventoryKind.AVAILABILITY,
              all.messageId(),
              all.responseUrl(),
              all.availabilities().stream().map(Receiver::item).toList());
      case UpdatePricesRequest all ->
          new Push(
              InventoryKind.PRICES,
              all.messageId(),
              all.responseUrl(),
              Objects.requireNonNull(all.ratePrices()).stream().map(Receiver::item).toList());
      case UpdateRestrictionsRequest all ->
          new Push(
              InventoryKind.RESTRICTIONS,
              all.messageId(),
              all.responseUrl(),
              all.restrictions().stream().map(Receiver::item).toList());
      default -> throw new AssertionError("no push: " + request);
    };
  }

  private static Item item(Availability each) {
    Cell cell = new Cell(InventoryKind.AVAILABILITY, each.spaceTypeCode(), "");
    return new Item(cell, each.from(), each.to(), Integer.toString(each.availability()));
  }

  private static Item item(RatePrice each) {
    Cell cell = new Cell(InventoryKind.PRICES, each.spaceTypeCode(), each.ratePlanCode());
    String prices =
        each.prices().stream()
            .map(price -> Model.price(price.guestCount(), price.grossAmount(), price.netAmount()))
            .collect(joining(" "));
    return new Item(cell, each.from(), each.to(), prices);
  }

  private static Item item(Restriction each) {
    Cell cell = new Cell(InventoryKind.RESTRICTIONS, each.spaceTypeCode(), each.ratePlanCode());
    List<Integer> states = each.state().stream().map(state -> state.wire()).toList();
    return new Item(
        cell, each.from(), each.to(), Model.restriction(states, each.minLos(), each.maxLos()));
  }

  /** Every cell that was ever told. */
  Stream<Cell> cells() {
    return values.keySet().stream();
  }
}
