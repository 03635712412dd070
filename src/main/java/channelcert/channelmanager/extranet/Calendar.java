package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.view.CalendarView;
import channelcert.channelmanager.extranet.view.CalendarView.Cell;
import channelcert.channelmanager.extranet.view.CalendarView.Day;
import channelcert.channelmanager.extranet.view.Words;
import channelcert.channelmanager.inventory.InventoryReader;
import channelcert.channelmanager.inventory.Nights;
import channelcert.channelmanager.inventory.OccupancyPrice;
import channelcert.channelmanager.inventory.PricedNight;
import channelcert.channelmanager.inventory.RestrictedNight;
import channelcert.channelmanager.inventory.SourcedNight;
import channelcert.channelmanager.mapping.Offer;
import channelcert.channelmanager.mapping.OfferedCategory;
import channelcert.channelmanager.mapping.OfferedRate;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.PriceSide;
import channelcert.channelmanager.mapping.Profile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays what is stored out as a calendar. */
final class Calendar {
  private final Profile profile;
  private final CalendarChoice choice;
  private final List<LocalDate> nights;
  private final Map<String, String> categoryNames = new HashMap<>();
  private final Map<String, String> rateNames = new HashMap<>();
  private final CalendarSources sources = new CalendarSources();
  private final Map<String, Map<LocalDate, SourcedNight<String, Integer>>> availability;
  private final Map<Pair, Map<LocalDate, SourcedNight<Pair, PricedNight>>> prices;
  private final Map<Pair, Map<LocalDate, SourcedNight<Pair, RestrictedNight>>> restrictions;
  private final Set<Integer> occupancies = new TreeSet<>();

  Calendar(Profile profile, Offer offer, InventoryReader inventory, CalendarChoice choice) {
    this.profile = profile;
    this.choice = choice;
    Nights window = choice.window();
    this.nights = window.each().toList();
    for (OfferedCategory each : offer.categories()) {
      categoryNames.put(each.code(), each.name());
    }
    for (OfferedRate each : offer.ratePlans()) {
      rateNames.put(each.code(), each.name());
    }
    availability = byKey(inventory.availabilityCells(profile.id(), window));
    prices = byKey(inventory.priceCells(profile.id(), window));
    restrictions = byKey(inventory.restrictionCells(profile.id(), window));
    prices.values().stream()
        .flatMap(each -> each.values().stream())
        .flatMap(each -> each.value().occupancies().stream())
        .forEach(each -> occupancies.add(each.guests()));
  }

  /**
   * The calendar.
   *
   * @param pairs every mapped pair
   */
  CalendarView view(List<Pair> pairs, LocalDate today) {
    Map<String, List<Pair>> byCategory = new TreeMap<>();
    pairs.forEach(
        pair ->
            byCategory.computeIfAbsent(pair.spaceTypeCode(), each -> new ArrayList<>()).add(pair));
    List<String> categories = List.copyOf(byCategory.keySet());
    String category = choice.category(categories);
    List<CalendarView.CategoryRows> rows =
        byCategory.entrySet().stream()
            .filter(each -> category.isEmpty() || category.equals(each.getKey()))
            .map(each -> category(each.getKey(), each.getValue()))
            .toList();
    return new CalendarView(
        choice.from(),
        choice.days(),
        choice.guests(occupancies),
        category,
        Words.side(profile.connection().priceSide()),
        today,
        nights.stream().map(night -> day(night, today)).toList(),
        months(),
        rows,
        categories,
        List.copyOf(occupancies),
        sources.lines(),
        !availability.isEmpty() || !prices.isEmpty() || !restrictions.isEmpty());
  }

  private CalendarView.CategoryRows category(String code, List<Pair> pairs) {
    return new CalendarView.CategoryRows(
        code,
        categoryNames.getOrDefault(code, code),
        cells(availability.get(code), this::units),
        pairs.stream().map(this::rate).toList());
  }

  private CalendarView.RateRows rate(Pair pair) {
    var priced = prices.getOrDefault(pair, Map.of());
    int guests = choice.guests(occupancies);
    Set<Integer> shown = new TreeSet<>();
    Set<String> currencies = new TreeSet<>();
    for (var cell : priced.values()) {
      currencies.add(cell.value().currencyCode());
      cell.value().occupancies().stream()
          .map(OccupancyPrice::guests)
          .filter(each -> guests == 0 || each == guests)
          .forEach(shown::add);
    }
    List<CalendarView.PriceRow> rows =
        shown.stream()
            .map(each -> new CalendarView.PriceRow(each, cells(priced, cell -> price(cell, each))))
            .toList();
    return new CalendarView.RateRows(
        pair.ratePlanCode(),
        rateNames.getOrDefault(pair.ratePlanCode(), pair.ratePlanCode()),
        String.join(", ", currencies),
        rows,
        cells(restrictions.get(pair), this::restriction));
  }

  private Cell units(SourcedNight<String, Integer> cell) {
    int units = cell.value();
    return new Cell(
        Integer.toString(units),
        units == 0 ? "soldout" : units <= 2 ? "few" : "units",
        units == 0 ? "sold out" : units == 1 ? "1 unit free" : units + " units free",
        sources.number("availability", cell.source()));
  }

  private Cell price(SourcedNight<Pair, PricedNight> cell, int guests) {
    return cell.value().occupancies().stream()
        .filter(each -> each.guests() == guests)
        .findFirst()
        .map(each -> price(each, cell))
        .orElse(Cell.NOTHING);
  }

  private Cell price(OccupancyPrice price, SourcedNight<Pair, PricedNight> cell) {
    boolean gross = profile.connection().priceSide() == PriceSide.GROSS;
    String detail =
        cell.value().currencyCode()
            + " "
            + Words.amount(price.gross())
            + " gross, "
            + Words.amount(price.net())
            + " net";
    return new Cell(
        Words.amount(gross ? price.gross() : price.net()),
        "price",
        detail,
        sources.number("prices", cell.source()));
  }

  private Cell restriction(SourcedNight<Pair, RestrictedNight> cell) {
    RestrictedNight value = cell.value();
    List<String> text = new ArrayList<>();
    List<String> detail = new ArrayList<>();
    if (value.closed()) {
      text.add("Closed");
      detail.add("closed");
    }
    if (value.closedToArrival()) {
      text.add("CTA");
      detail.add("closed to arrival");
    }
    if (value.closedToDeparture()) {
      text.add("CTD");
      detail.add("closed to departure");
    }
    if (value.minLos() != null || value.maxLos() != null) {
      text.add(length(value));
      detail.add("stays of " + length(value) + " nights only");
    }
    String kind = value.closed() ? "closed" : text.isEmpty() ? "open" : "restricted";
    return new Cell(
        text.isEmpty() ? "·" : String.join(" ", text),
        kind,
        detail.isEmpty() ? "open" : String.join(", ", detail),
        sources.number("restrictions", cell.source()));
  }

  private static String length(RestrictedNight value) {
    if (value.minLos() == null) {
      return "≤" + value.maxLos();
    }
    return value.maxLos() == null ? "≥" + value.minLos() : value.minLos() + "–" + value.maxLos();
  }

  private <K, V> List<Cell> cells(
      @Nullable Map<LocalDate, SourcedNight<K, V>> stored,
      Function<SourcedNight<K, V>, Cell> shown) {
    List<Cell> cells = new ArrayList<>(nights.size());
    for (LocalDate night : nights) {
      SourcedNight<K, V> cell = stored == null ? null : stored.get(night);
      cells.add(cell == null ? Cell.NOTHING : shown.apply(cell));
    }
    return cells;
  }

  private static Day day(LocalDate night, LocalDate today) {
    int weekday = night.getDayOfWeek().getValue();
    String name =
        night.getDayOfWeek().name().charAt(0)
            + night.getDayOfWeek().name().substring(1, 2).toLowerCase(java.util.Locale.ROOT);
    return new Day(night, name, weekday == 5 || weekday == 6, night.equals(today));
  }

  private List<CalendarView.Month> months() {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (LocalDate night : nights) {
      columns.merge(Words.month(night), 1, Integer::sum);
    }
    return columns.entrySet().stream()
        .map(each -> new CalendarView.Month(each.getKey(), each.getValue()))
        .toList();
  }

  private static <K, V> Map<K, Map<LocalDate, SourcedNight<K, V>>> byKey(
      List<SourcedNight<K, V>> cells) {
    Map<K, Map<LocalDate, SourcedNight<K, V>>> byKey = new HashMap<>();
    for (SourcedNight<K, V> cell : cells) {
      byKey.computeIfAbsent(cell.key(), each -> new HashMap<>()).put(cell.night(), cell);
    }
    return byKey;
  }
}
