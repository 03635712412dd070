package channelcert.certification.verdict;

import static channelcert.certification.verdict.lesson.Cause.ARRIVAL_FOR_DEPARTURE;
import static channelcert.certification.verdict.lesson.Cause.CANNED_VALUE;
import static channelcert.certification.verdict.lesson.Cause.CATEGORY_LOST;
import static channelcert.certification.verdict.lesson.Cause.CLOSED_SHOWN_OPEN;
import static channelcert.certification.verdict.lesson.Cause.FIRST_NIGHT_LOST;
import static channelcert.certification.verdict.lesson.Cause.GROSS_FOR_NET;
import static channelcert.certification.verdict.lesson.Cause.GUEST_COUNTS_IGNORED;
import static channelcert.certification.verdict.lesson.Cause.GUEST_COUNTS_LOST;
import static channelcert.certification.verdict.lesson.Cause.GUEST_COUNTS_SWAPPED;
import static channelcert.certification.verdict.lesson.Cause.ITEMS_LOST;
import static channelcert.certification.verdict.lesson.Cause.LAST_NIGHT_LOST;
import static channelcert.certification.verdict.lesson.Cause.LENGTHS_LOST;
import static channelcert.certification.verdict.lesson.Cause.LENGTHS_SWAPPED;
import static channelcert.certification.verdict.lesson.Cause.NET_FOR_GROSS;
import static channelcert.certification.verdict.lesson.Cause.NIGHTS_BEYOND_LOST;
import static channelcert.certification.verdict.lesson.Cause.NOT_REOPENED;
import static channelcert.certification.verdict.lesson.Cause.OLDER_VALUE;
import static channelcert.certification.verdict.lesson.Cause.ONE_NIGHT_OFF;
import static channelcert.certification.verdict.lesson.Cause.PRODUCT_MISSING;
import static channelcert.certification.verdict.lesson.Cause.ROUNDED;

import channelcert.certification.verdict.PropertyFacts.Product;
import channelcert.certification.verdict.PushedCells.Pushed;
import channelcert.certification.verdict.ReadBack.Compared;
import channelcert.certification.verdict.lesson.Cause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells from the wrong cells what the candidate most likely does wrong. */
final class ReadBackCause {
  /** From so many wrong cells on a pattern is no coincidence. */
  private static final int PATTERN = 4;

  private static final Set<Cause> LOSSES =
      Set.of(ITEMS_LOST, OLDER_VALUE, CLOSED_SHOWN_OPEN, LENGTHS_LOST, ONE_NIGHT_OFF);

  private static final Pattern LENGTHS = Pattern.compile("from (\\d+) nights, up to (\\d+) nights");

  private final Compared compared;
  private final NavigableMap<Cell, Pushed> wrong;

  private ReadBackCause(Compared compared, NavigableMap<Cell, Pushed> wrong) {
    this.compared = compared;
    this.wrong = wrong;
  }

  /** The causes that explain the wrong cells, the most likely one first, at most two. */
  static List<Cause> of(Compared compared, NavigableMap<Cell, Pushed> wrong) {
    ReadBackCause search = new ReadBackCause(compared, wrong);
    return search.byPlace().map(List::of).orElseGet(() -> search.byValue(search.wholeLoss()));
  }

  /** What explains every wrong cell by where it stands, or by what all of them show. */
  private Optional<Cause> byPlace() {
    if (only(Pushed::last)) {
      return Optional.of(LAST_NIGHT_LOST);
    }
    if (only(Pushed::first)) {
      return Optional.of(FIRST_NIGHT_LOST);
    }
    if (productMissing()) {
      return Optional.of(PRODUCT_MISSING);
    }
    return canned() ? Optional.of(CANNED_VALUE) : Optional.empty();
  }

  /** What is lost as a whole, where single values explain nothing better. */
  private Optional<Cause> wholeLoss() {
    if (wholeKeys()) {
      return Optional.of(CATEGORY_LOST);
    }
    return beyondSomeNight() ? Optional.of(NIGHTS_BEYOND_LOST) : Optional.empty();
  }

  /** All wrong nights stand there in their intervals, and intervals have other nights. */
  private boolean only(Predicate<Pushed> place) {
    return wrong.values().stream().allMatch(place)
        && compared.pushed().values().stream().anyMatch(place.negate());
  }

  private boolean canned() {
    Set<String> shown = wrong.keySet().stream().map(compared::shown).collect(Collectors.toSet());
    return wrong.size() >= PATTERN
        && shown.size() == 1
        && !shown.contains("")
        && compared.pushed().keySet().stream()
            .allMatch(cell -> shown.contains(compared.shown(cell)));
  }

  /** Some keys are wrong on every night, and no other key is wrong at all. */
  private boolean wholeKeys() {
    Set<String> keys = wrong.keySet().stream().map(ReadBackCause::key).collect(Collectors.toSet());
    long cells =
        compared.pushed().keySet().stream().filter(cell -> keys.contains(key(cell))).count();
    return cells == wrong.size() && cells < compared.pushed().size();
  }

  /** From some night on everything is missing, and nothing before it. */
  private boolean beyondSomeNight() {
    LocalDate first =
        wrong.keySet().stream().map(Cell::night).min(LocalDate::compareTo).orElse(LocalDate.MAX);
    LocalDate last =
        compared.pushed().keySet().stream()
            .map(Cell::night)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    boolean toTheEnd = wrong.keySet().stream().anyMatch(cell -> cell.night().equals(last));
    Set<String> keys = wrong.keySet().stream().map(ReadBackCause::key).collect(Collectors.toSet());
    return toTheEnd
        && wrong.keySet().stream().allMatch(cell -> compared.stored().value(cell).isEmpty())
        && compared.pushed().keySet().stream()
            .filter(cell -> keys.contains(key(cell)) && !cell.night().isBefore(first))
            .allMatch(wrong::containsKey)
        && compared.pushed().keySet().stream().anyMatch(cell -> cell.night().isBefore(first));
  }

  /** Every wrong price is too low by a packaged product, for one guest or for several. */
  private boolean productMissing() {
    if (!compared.evidence().earlier().containsKey(PropertyFacts.SET_UP)) {
      return false;
    }
    List<Product> products = PropertyFacts.of(compared.evidence()).products();
    return wrong.entrySet().stream()
        .allMatch(
            each ->
                products.stream()
                    .filter(one -> one.packagedInto().contains(each.getKey().ratePlanCode()))
                    .anyMatch(one -> lacks(one, each.getKey(), each.getValue())));
  }

  private boolean lacks(Product product, Cell cell, Pushed pushed) {
    BigDecimal unit = compared.side() == PriceSide.GROSS ? product.gross() : product.net();
    BigDecimal exact = number(pushed.value());
    BigDecimal shown = number(compared.shown(cell));
    if (exact == null || shown == null || unit.signum() <= 0 || shown.compareTo(exact) >= 0) {
      return false;
    }
    BigDecimal[] units = exact.subtract(shown).divideAndRemainder(unit);
    return units[1].signum() == 0 && units[0].intValue() <= Math.max(1, cell.guests());
  }

  /** The causes of the single cells; a whole loss goes before those that only say "lost". */
  private List<Cause> byValue(Optional<Cause> wholeLoss) {
    Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
    wrong.forEach(
        (cell, value) -> ofOne(cell, value).ifPresent(each -> counts.merge(each, 1, Integer::sum)));
    List<Cause> causes =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Cause, Integer>comparingByValue().reversed())
            .limit(2)
            .map(Map.Entry::getKey)
            .toList();
    boolean vague = causes.isEmpty() || LOSSES.contains(causes.getFirst());
    return vague && wholeLoss.isPresent() ? List.of(wholeLoss.get()) : causes;
  }

  private Optional<Cause> ofOne(Cell cell, Pushed value) {
    String shown = compared.stored().value(cell).orElse("");
    if (Character.isLetter(value.value().isEmpty() ? ' ' : value.value().charAt(0))) {
      return ofRestriction(value, compared.shown(cell));
    }
    if (shown.isEmpty()) {
      return Optional.of(otherOccupancyStored(cell) ? GUEST_COUNTS_LOST : ITEMS_LOST);
    }
    if (shown.equals(value.otherSide())) {
      return Optional.of(compared.side() == PriceSide.GROSS ? NET_FOR_GROSS : GROSS_FOR_NET);
    }
    if (value.older().contains(shown)) {
      return Optional.of(OLDER_VALUE);
    }
    if (isPushedForOtherGuests(cell, shown)) {
      return Optional.of(sameForAll(cell, shown) ? GUEST_COUNTS_IGNORED : GUEST_COUNTS_SWAPPED);
    }
    if (isPushedFor(cell.on(cell.night().minusDays(1)), shown)
        || isPushedFor(cell.on(cell.night().plusDays(1)), shown)) {
      return Optional.of(ONE_NIGHT_OFF);
    }
    return rounded(value.value(), shown) ? Optional.of(ROUNDED) : Optional.empty();
  }

  private static Optional<Cause> ofRestriction(Pushed value, String shown) {
    String pushed = value.value();
    if (pushed.equals(CellValue.CLOSED)) {
      return Optional.of(CLOSED_SHOWN_OPEN);
    }
    if (pushed.equals(CellValue.OPEN)) {
      return value.older().contains(shown) ? Optional.of(NOT_REOPENED) : Optional.empty();
    }
    if (shown.equals(pushed.replace("no arrival", "no departure"))
        || shown.equals(pushed.replace("no departure", "no arrival"))) {
      return Optional.of(ARRIVAL_FOR_DEPARTURE);
    }
    Matcher lengths = LENGTHS.matcher(pushed);
    if (lengths.find()) {
      String swapped =
          "from %s nights, up to %s nights".formatted(lengths.group(2), lengths.group(1));
      if (shown.contains(swapped)) {
        return Optional.of(LENGTHS_SWAPPED);
      }
    }
    if (pushed.contains("nights") && !shown.contains("nights")) {
      return Optional.of(value.older().contains(shown) ? OLDER_VALUE : LENGTHS_LOST);
    }
    return value.older().contains(shown) ? Optional.of(OLDER_VALUE) : Optional.empty();
  }

  private boolean otherOccupancyStored(Cell cell) {
    return cell.guests() > 0
        && guests(cell).stream().anyMatch(each -> compared.stored().value(each).isPresent());
  }

  private boolean isPushedForOtherGuests(Cell cell, String shown) {
    return cell.guests() > 0
        && guests(cell).stream().anyMatch(each -> !each.equals(cell) && isPushedFor(each, shown));
  }

  /** Another number of guests of the same night is shown with the same price. */
  private boolean sameForAll(Cell cell, String shown) {
    return guests(cell).stream()
        .anyMatch(
            each ->
                !each.equals(cell)
                    && compared.stored().value(each).filter(shown::equals).isPresent());
  }

  /** The cells of the same night for every number of guests that was pushed. */
  private Set<Cell> guests(Cell cell) {
    Set<Cell> cells = new HashSet<>();
    for (int guests = 1; guests <= 12; guests++) {
      Cell each = new Cell(cell.spaceTypeCode(), cell.ratePlanCode(), cell.night(), guests);
      if (compared.pushed().containsKey(each)) {
        cells.add(each);
      }
    }
    return cells;
  }

  private boolean isPushedFor(Cell cell, String shown) {
    Pushed pushed = compared.pushed().get(cell);
    return pushed != null && pushed.value().equals(shown);
  }

  private static boolean rounded(String value, String shown) {
    BigDecimal exact = number(value);
    BigDecimal kept = number(shown);
    return exact != null
        && kept != null
        && exact.scale() > kept.scale()
        && exact.subtract(kept).abs().setScale(0, RoundingMode.HALF_DOWN).signum() == 0;
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  private static String key(Cell cell) {
    return cell.spaceTypeCode() + "/" + cell.ratePlanCode();
  }
}
