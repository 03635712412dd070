package channelcert.mews.simulation;

import static java.util.stream.Collectors.joining;

import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.SpaceCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a property has set, in plain maps, and what a channel manager has to show of it. */
final class Model {
  private static final BigDecimal WEEKEND = new BigDecimal("15.00");
  private static final BigDecimal TAX = new BigDecimal("1.09");

  private final Property property;
  private final Map<Pair, List<BigDecimal>> standing;
  private final Map<Cell, Map<LocalDate, Integer>> units = new HashMap<>();
  private final Map<Cell, Map<LocalDate, List<BigDecimal>>> prices = new HashMap<>();
  private final Map<Cell, Map<LocalDate, String>> restrictions = new HashMap<>();

  Model(Property property, Map<Pair, List<BigDecimal>> standing) {
    this.property = property;
    this.standing = standing;
  }

  Property property() {
    return property;
  }

  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    property.categories().forEach(category -> cells.add(availability(category.code())));
    for (Pair pair : property.pairs()) {
      cells.add(new Cell(InventoryKind.PRICES, pair.spaceTypeCode(), pair.ratePlanCode()));
      cells.add(new Cell(InventoryKind.RESTRICTIONS, pair.spaceTypeCode(), pair.ratePlanCode()));
    }
    return cells;
  }

  private static Cell availability(String category) {
    return new Cell(InventoryKind.AVAILABILITY, category, "");
  }

  void setUnits(String category, LocalDate night, int value) {
    nights(units, availability(category)).put(night, value);
  }

  void sell(String category, LocalDate night) {
    setUnits(category, night, units(category, night) - 1);
  }

  void setPrices(Pair pair, LocalDate night, List<BigDecimal> gross) {
    nights(prices, new Cell(InventoryKind.PRICES, pair.spaceTypeCode(), pair.ratePlanCode()))
        .put(night, gross);
  }

  void setRestriction(Pair pair, LocalDate night, String value) {
    nights(
            restrictions,
            new Cell(InventoryKind.RESTRICTIONS, pair.spaceTypeCode(), pair.ratePlanCode()))
        .put(night, value);
  }

  private static <V> Map<LocalDate, V> nights(Map<Cell, Map<LocalDate, V>> all, Cell cell) {
    return all.computeIfAbsent(cell, key -> new HashMap<>());
  }

  /** What a channel manager has to show. */
  String expected(Cell cell, LocalDate night) {
    return switch (cell.kind()) {
      case AVAILABILITY -> Integer.toString(Math.max(0, units(cell.category(), night)));
      case PRICES -> told(cell.rate(), gross(cell, night));
      case RESTRICTIONS ->
          nights(restrictions, cell).getOrDefault(night, restriction(List.of(1), null, null));
    };
  }

  private int units(String category, LocalDate night) {
    int all =
        property.categories().stream()
            .filter(each -> each.code().equals(category))
            .mapToInt(SpaceCategory::units)
            .sum();
    return nights(units, availability(category)).getOrDefault(night, all);
  }

  private List<BigDecimal> gross(Cell cell, LocalDate night) {
    List<BigDecimal> set = nights(prices, cell).get(night);
    if (set != null) {
      return set;
    }
    List<BigDecimal> usual =
        Objects.requireNonNull(standing.get(new Pair(cell.rate(), cell.category())));
    boolean weekend =
        night.getDayOfWeek() == DayOfWeek.FRIDAY || night.getDayOfWeek() == DayOfWeek.SATURDAY;
    return weekend ? usual.stream().map(WEEKEND::add).toList() : usual;
  }

  private String told(String rate, List<BigDecimal> gross) {
    boolean breakfast =
        property.products().stream().anyMatch(product -> product.packagedInto().contains(rate));
    return IntStream.rangeClosed(1, gross.size())
        .mapToObj(guests -> told(guests, gross.get(guests - 1), breakfast ? guests : 0))
        .collect(joining(" "));
  }

  private static String told(int guests, BigDecimal gross, int breakfasts) {
    BigDecimal net = gross.divide(TAX, 2, RoundingMode.HALF_UP);
    BigDecimal meals = BigDecimal.valueOf(breakfasts);
    return price(
        guests,
        gross.add(meals.multiply(RandomProperty.BREAKFAST_GROSS)),
        net.add(meals.multiply(RandomProperty.BREAKFAST_NET)));
  }

  static String price(int guests, BigDecimal gross, BigDecimal net) {
    return guests + ":" + gross.setScale(2) + "/" + net.setScale(2);
  }

  static String restriction(
      List<Integer> states, @Nullable Integer minLos, @Nullable Integer maxLos) {
    return states.stream().sorted().toList() + " " + minLos + " " + maxLos;
  }
}
