package channelcert.mews.inventory;

import static channelcert.mews.inventory.HotelierRestriction.Closure.ARRIVAL;
import static channelcert.mews.inventory.HotelierRestriction.Closure.DEPARTURE;
import static channelcert.mews.inventory.HotelierRestriction.Closure.STAY;
import static channelcert.mews.inventory.HotelierRestriction.closed;
import static channelcert.mews.inventory.HotelierRestriction.closedIf;
import static channelcert.mews.inventory.HotelierRestriction.closedUnless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.mews.inventory.HotelierRestriction.Applies;
import channelcert.mews.inventory.HotelierRestriction.Closure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The use cases and the bookability vectors of the domain reference. */
class HotelierFormTest {
  private static final Nights NIGHTS =
      new Nights(LocalDate.of(2027, 9, 30), LocalDate.of(2027, 10, 6));

  static Stream<Arguments> useCases() {
    return Stream.of(
        useCase("R-01", List.of(), "1//"),
        useCase("R-02", List.of(closed(STAY)), "2,8//"),
        useCase("R-03", List.of(closed(ARRIVAL)), "2,6//"),
        useCase("R-04", List.of(closed(DEPARTURE)), "2,7//"),
        useCase("R-05", List.of(closed(STAY, ARRIVAL)), "2,6,8//"),
        useCase("R-06", List.of(closed(STAY, DEPARTURE)), "2,7,8//"),
        useCase("R-07", List.of(closedUnless(STAY, 2, 10)), "1/2/10"),
        useCase("R-08", List.of(closedUnless(ARRIVAL, 2, 10)), "1/2/10"),
        useCase("R-09", List.of(closedUnless(DEPARTURE, 2, 10)), "1/2/10"),
        useCase("R-10", List.of(closedIf(ARRIVAL, 3, 7)), "2,6/3/7"),
        useCase("R-11", List.of(closedIf(STAY, 3, 7)), "2,8/3/7"),
        useCase("R-12", List.of(closedIf(DEPARTURE, 3, 7)), "2,7/3/7"),
        useCase("only a shortest stay", List.of(closedUnless(STAY, 3, null)), "1/3/"),
        useCase("only a longest stay", List.of(closedUnless(STAY, null, 14)), "1//14"),
        useCase("two of all lengths", List.of(closed(ARRIVAL), closed(DEPARTURE)), "2,6,7//"),
        useCase(
            "equal limits", List.of(closedIf(ARRIVAL, 3, 7), closedIf(STAY, 3, 7)), "2,6,8/3/7"),
        useCase(
            "other limits",
            List.of(closedUnless(STAY, 2, 10), closedUnless(STAY, 5, null)),
            "1/5/10"),
        useCase(
            "closed within limits",
            List.of(closed(ARRIVAL), closedUnless(STAY, 2, 10)),
            "2,6/2/10"),
        useCase(
            "nothing left", List.of(closedUnless(STAY, 2, 3), closedUnless(STAY, 5, 7)), "2,8//"));
  }

  private static Arguments useCase(String name, List<HotelierRestriction> all, String told) {
    return Arguments.of(name, all, told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("useCases")
  void tellsChannelManagersTheUseCase(String name, List<HotelierRestriction> all, String told) {
    assertThat(text(all).write()).as(name).isEqualTo(told);
  }

  @ParameterizedTest(name = "{0} {1} - {2}")
  @CsvSource({
    "'2,8//', 2027-09-29, 2027-09-30, OPEN",
    "'2,8//', 2027-09-29, 2027-10-01, CLOSED",
    "'2,6//', 2027-09-30, 2027-10-02, CLOSED",
    "'2,6//', 2027-09-28, 2027-10-02, OPEN",
    "'2,7//', 2027-09-28, 2027-09-30, CLOSED",
    "'2,7//', 2027-10-04, 2027-10-07, OPEN",
    "'1/2/10', 2027-10-01, 2027-10-02, CLOSED",
    "'1/2/10', 2027-10-01, 2027-10-03, OPEN",
    "'1/2/10', 2027-09-25, 2027-10-06, CLOSED",
    "'2,6/3/7', 2027-10-01, 2027-10-04, CLOSED",
    "'2,6/3/7', 2027-09-28, 2027-10-02, OPEN",
    "'2,6/3/7', 2027-09-29, 2027-10-01, CLOSED",
    "'2,8/3/7', 2027-09-30, 2027-10-01, CLOSED",
    "'2,8/3/7', 2027-10-01, 2027-10-05, CLOSED",
    "'2,7/3/7', 2027-10-01, 2027-10-05, CLOSED",
    "'2,7/3/7', 2027-10-03, 2027-10-07, OPEN"
  })
  void readsTheApiFormAsTheReferenceDoes(
      String told, LocalDate arrival, LocalDate departure, String result) {
    assertThat(opens(RestrictionText.read(told), arrival, departure))
        .isEqualTo(result.equals("OPEN"));
  }

  /**
   * Whatever a hotelier writes, no stay with a night in the period that is closed there is open for
   * channels. A stay that only ends on the first day has no night in it: lengths do not count then.
   */
  @Test
  void neverOpensWhatAHotelierClosed() {
    Random random = new Random(20271001);
    int open = 0;
    for (int round = 0; round < 500; round++) {
      List<HotelierRestriction> all = someRestrictions(random);
      for (LocalDate arrival :
          new Nights(NIGHTS.first().minusDays(9), NIGHTS.last()).stream().toList()) {
        for (int length = 1; length <= 12; length++) {
          LocalDate departure = arrival.plusDays(length);
          boolean opened =
              departure.isAfter(NIGHTS.first()) && opens(text(all), arrival, departure);
          open += opened ? 1 : 0;
          assertThat(opened && all.stream().anyMatch(each -> closes(each, arrival, departure)))
              .as("%s from %s to %s", all, arrival, departure)
              .isFalse();
        }
      }
    }
    assertThat(open).as("stays that are open all the same").isPositive();
  }

  @Test
  void refusesLimitsWithoutACondition() {
    assertThatThrownBy(() -> new HotelierRestriction(Set.of(STAY), Applies.ALWAYS, 2, null))
        .hasMessageContaining("belong to the conditions");
    assertThatThrownBy(() -> closedIf(STAY, 7, 3)).hasMessageContaining("not shorter");
    assertThatThrownBy(() -> closedIf(STAY, 0, 3)).hasMessageContaining("at least 1 night");
  }

  private static RestrictionText text(List<HotelierRestriction> all) {
    RestrictionChange change = HotelierForm.change("FLX", "DBL", NIGHTS, all);
    return new RestrictionText(change.states(), change.minLos(), change.maxLos());
  }

  private static List<HotelierRestriction> someRestrictions(Random random) {
    List<HotelierRestriction> all = new ArrayList<>();
    for (int count = random.nextInt(3); count >= 0; count--) {
      Set<Closure> closures = EnumSet.of(any(random, Closure.values()));
      closures.add(any(random, Closure.values()));
      Applies applies = any(random, Applies.values());
      boolean limited = applies != Applies.ALWAYS;
      Integer from = limited ? 1 + random.nextInt(6) : null;
      Integer to =
          limited && random.nextBoolean() && from != null ? from + random.nextInt(6) : null;
      all.add(new HotelierRestriction(closures, applies, from, to));
    }
    return all;
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  /** The meaning in Mews Operations. */
  private static boolean closes(
      HotelierRestriction restriction, LocalDate arrival, LocalDate departure) {
    int length = (int) (departure.toEpochDay() - arrival.toEpochDay());
    boolean within = within(length, restriction.shortest(), restriction.longest());
    boolean applies =
        switch (restriction.applies()) {
          case ALWAYS -> true;
          case UNLESS_LENGTH_WITHIN -> !within;
          case IF_LENGTH_WITHIN -> within;
        };
    return applies
        && restriction.closedTo().stream()
            .anyMatch(
                closure ->
                    switch (closure) {
                      case ARRIVAL -> restricted(arrival);
                      case DEPARTURE -> restricted(departure);
                      case STAY ->
                          arrival.datesUntil(departure).anyMatch(HotelierFormTest::restricted);
                    });
  }

  /** The published meaning for a receiver (domain reference, 7.8). */
  private static boolean opens(RestrictionText text, LocalDate arrival, LocalDate departure) {
    int length = (int) (departure.toEpochDay() - arrival.toEpochDay());
    boolean within = within(length, text.minLos(), text.maxLos());
    for (LocalDate night :
        arrival.datesUntil(departure).filter(HotelierFormTest::restricted).toList()) {
      boolean arrivalClosed = night.equals(arrival) && text.states().contains(ARRIVAL.code());
      if (!within || text.states().contains(STAY.code()) || arrivalClosed) {
        return false;
      }
    }
    return !(restricted(departure) && within && text.states().contains(DEPARTURE.code()));
  }

  private static boolean restricted(LocalDate day) {
    return !day.isBefore(NIGHTS.first()) && !day.isAfter(NIGHTS.last());
  }

  private static boolean within(int length, @Nullable Integer from, @Nullable Integer to) {
    return (from == null || length >= from) && (to == null || length <= to);
  }
}
