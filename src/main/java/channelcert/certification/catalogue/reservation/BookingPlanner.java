package channelcert.certification.catalogue.reservation;

import channelcert.certification.catalogue.reservation.SpacePlan.Name;
import channelcert.certification.catalogue.reservation.SpacePlan.ProductPlan;
import channelcert.certification.verdict.reservation.PriceSide;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws bookings: identifiers, days, spaces and amounts that nobody can guess, no amount twice. The
 * same source of chance draws the same bookings.
 */
public final class BookingPlanner {
  /** The published test cards (domain reference 1.4). */
  private static final List<String> TEST_CARDS =
      List.of(
          "4111111111111111",
          "5555444433331111",
          "370000000000002",
          "36006666333344",
          "6445644564456445");

  private static final List<String> FIRST_NAMES =
      List.of("Ada", "Bram", "Cas", "Dirk", "Ella", "Finn", "Gijs", "Hanna", "Ivo", "Jet");
  private static final List<String> LAST_NAMES =
      List.of("Visser", "Smit", "Mulder", "Bakker", "Meijer", "Dekker", "Brouwer", "Vos");

  /** Codes that every list of channels has: Booking.com and Expedia. */
  private static final List<Integer> CHANNELS = List.of(1, 2);

  private final RandomGenerator random;
  private final Property property;
  private final LocalDate earliest;
  private final Set<Integer> drawnCents = new HashSet<>();

  /**
   * Makes a planner.
   *
   * @param earliest no stay begins before that day
   */
  public BookingPlanner(RandomGenerator random, Property property, LocalDate earliest) {
    this.random = random;
    this.property = property;
    this.earliest = earliest;
  }

  /** A booking of one space for two adults and a child, two or three nights. */
  public BookingPlan single(String name, PriceSide side) {
    Name customer = name(0);
    Pair pair = oneOf(pairs(3));
    SpacePlan space =
        new SpacePlan(
            "01",
            pair.spaceTypeCode(),
            pair.ratePlanCode(),
            earliest.plusDays(random.nextInt(20)),
            amounts(2 + random.nextInt(2)),
            2,
            1,
            Optional.of(name(1)),
            Optional.empty());
    return booking(name, side, customer, List.of(space));
  }

  /** The booking of one space, with a product of the property. */
  public BookingPlan withProduct(String name, PriceSide side, String productCode) {
    BookingPlan plan = single(name, side);
    ProductPlan product = new ProductPlan(productCode, 2 + random.nextInt(4), amount());
    return plan.with(List.of(plan.spaces().getFirst().withProduct(product)));
  }

  /** A booking of three spaces in three categories, two of them under the same rate plan. */
  public BookingPlan multi(String name, PriceSide side) {
    List<String> categories = shuffled(categories(1).stream().map(SpaceCategory::code).toList());
    List<String> rates =
        shuffled(
            property.ratePlans().stream()
                .filter(RatePlan::synchronised)
                .map(RatePlan::code)
                .toList());
    LocalDate arrival = earliest.plusDays(random.nextInt(20));
    return booking(
        name,
        side,
        name(0),
        List.of(
            space("01", categories.get(0), rates.get(0), arrival, 2),
            space("02", categories.get(1), rates.get(0), arrival, 3),
            space("03", categories.get(2), rates.get(1), arrival.plusDays(1), 2)));
  }

  /** One more space for a booking of several, for the same days as its first one. */
  SpacePlan another(BookingPlan booking, String code) {
    SpacePlan first = booking.spaces().getFirst();
    return space(code, first.spaceTypeCode(), first.ratePlanCode(), first.arrival(), 2);
  }

  /** An amount that was not drawn before, odd enough to be recognised. */
  BigDecimal amount() {
    int cents = 6001 + random.nextInt(12_000);
    while (cents % 10 == 0 || !drawnCents.add(cents)) {
      cents++;
    }
    return BigDecimal.valueOf(cents, 2);
  }

  private BookingPlan booking(String name, PriceSide side, Name customer, List<SpacePlan> spaces) {
    String nonce = String.format(Locale.ROOT, "%06X", random.nextInt(1 << 24));
    return new BookingPlan(
        "CC-" + nonce + "-" + name,
        "OTA-" + nonce + "-" + name,
        side,
        property.currencyCode(),
        oneOf(CHANNELS),
        oneOf(TEST_CARDS),
        customer,
        spaces);
  }

  private SpacePlan space(
      String code, String category, String rate, LocalDate arrival, int nights) {
    int adults = Math.min(2, capacity(category));
    return new SpacePlan(
        code,
        category,
        rate,
        arrival,
        amounts(nights),
        adults,
        0,
        Optional.empty(),
        Optional.empty());
  }

  private int capacity(String category) {
    return categories(1).stream()
        .filter(each -> each.code().equals(category))
        .mapToInt(SpaceCategory::capacity)
        .findFirst()
        .orElse(1);
  }

  private List<SpaceCategory> categories(int persons) {
    return property.categories().stream()
        .filter(SpaceCategory::synchronised)
        .filter(category -> category.capacity() >= persons)
        .toList();
  }

  private List<Pair> pairs(int persons) {
    List<String> categories = categories(persons).stream().map(SpaceCategory::code).toList();
    List<String> rates =
        property.ratePlans().stream().filter(RatePlan::synchronised).map(RatePlan::code).toList();
    return property.pairs().stream()
        .filter(pair -> categories.contains(pair.spaceTypeCode()))
        .filter(pair -> rates.contains(pair.ratePlanCode()))
        .toList();
  }

  /** Names of one booking differ, because the place in the list does. */
  private Name name(int place) {
    int half = FIRST_NAMES.size() / 2;
    return new Name(FIRST_NAMES.get(place * half + random.nextInt(half)), oneOf(LAST_NAMES));
  }

  private List<BigDecimal> amounts(int nights) {
    return IntStream.range(0, nights).mapToObj(night -> amount()).toList();
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private List<String> shuffled(List<String> codes) {
    return codes.stream()
        .map(code -> new Drawn(random.nextInt(), code))
        .sorted(Comparator.comparingInt(Drawn::order))
        .map(Drawn::code)
        .toList();
  }

  private record Drawn(int order, String code) {}
}
