package channelcert.mews.reservation.group;

import static channelcert.mews.reservation.group.Sample.HOUSE;
import static channelcert.mews.reservation.group.Sample.PROPERTY;
import static channelcert.mews.reservation.group.Sample.book;
import static channelcert.mews.reservation.group.Sample.changed;
import static channelcert.mews.reservation.group.Sample.decide;
import static channelcert.mews.reservation.group.Sample.extra;
import static channelcert.mews.reservation.group.Sample.gross;
import static channelcert.mews.reservation.group.Sample.message;
import static channelcert.mews.reservation.group.Sample.net;
import static channelcert.mews.reservation.group.Sample.with;
import static channelcert.mews.reservation.group.Sample.withDates;
import static channelcert.mews.reservation.group.Sample.withGuests;
import static channelcert.mews.reservation.group.Sample.withNights;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.mews.Refusal;
import channelcert.mews.reservation.group.ReservationOrder.Book;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRulesTest {
  private static final Book GOOD = book("01", "120.00", "130.00");

  @Test
  void refusesADepartureBeforeTheArrival() {
    Book reversed = withDates(GOOD, "2027-03-03", "2027-03-01");

    assertThat(refusal(message("250.00", reversed)).message())
        .isEqualTo(
            "Reservation 01: departure 2027-03-01 is not after arrival 2027-03-03; send the group"
                + " again with a departure after the arrival.");
    assertThat(codes(message("250.00", reversed))).containsExactly(7);
    assertThat(codes(message("250.00", withDates(GOOD, "2027-03-01", "2027-03-01"))))
        .containsExactly(7);
  }

  @ParameterizedTest
  @CsvSource({"2027-03-01, 2027-03-02, 1 nights", "2027-03-01, 2027-03-04, 3 nights"})
  void refusesAnotherNumberOfAmountsThanNights(String from, String to, String words) {
    Refusal refusal = refusal(message("250.00", withDates(GOOD, from, to)));

    assertThat(refusal.code().wire()).isEqualTo(7);
    assertThat(refusal.message()).contains("2 entries").contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_", "", " "})
  void refusesCodesThatAreNone(String code) {
    assertThat(codes(message("120.00", book(code, "120.00")))).containsExactly(7);
  }

  @Test
  void refusesACodeThatStandsTwiceOnlyOnce() {
    Book one = book("01", "120.00");

    assertThat(codes(message("360.00", one, one, one))).containsExactly(7);
    assertThat(decide(null, Sample.cancellation("01", "01"))).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void warnsOfUnderscoresInsideCodes() {
    assertThat(changed(null, message("120.00", book("a_1", "120.00"))).warnings())
        .singleElement()
        .asString()
        .contains("a_1");
  }

  @Test
  void acceptsUnsynchronisedRates() {
    assertThat(codes(message("120.00", book("01", "DBL", "OLD", 0, "120.00")))).isEmpty();
  }

  @Test
  void refusesUnmappedCodesNamingThem() {
    Refusal rate = refusal(message("120.00", book("01", "DBL", "NIX", 0, "120.00")));
    assertThat(rate.code().wire()).isEqualTo(9);
    assertThat(rate.rateCode()).isEqualTo("NIX");
    assertThat(rate.categoryCode()).isNull();

    Refusal category = refusal(message("120.00", book("01", "NIX", "FLX", 0, "120.00")));
    assertThat(category.code().wire()).isEqualTo(10);
    assertThat(category.categoryCode()).isEqualTo("NIX");
    assertThat(category.rateCode()).isNull();

    Refusal pair = refusal(message("120.00", book("01", "STE", "FLX", 0, "120.00")));
    assertThat(pair.code().wire()).isEqualTo(11);
    assertThat(pair.rateCode()).isEqualTo("FLX");
    assertThat(pair.categoryCode()).isEqualTo("STE");

    assertThat(codes(message("120.00", book("01", "NIX", "NIX", 0, "120.00"))))
        .containsExactly(9, 10);
  }

  @Test
  void refusesAReservationOfNobody() {
    assertThat(codes(message("250.00", withGuests(GOOD, false, 0)))).containsExactly(7);
    assertThat(codes(message("250.00", withGuests(GOOD, false, 0, new GuestCount("Adult", 0)))))
        .containsExactly(7);
    assertThat(
            codes(
                message(
                    "250.00",
                    withGuests(
                        GOOD, false, 0, new GuestCount("Adult", 2), new GuestCount("Child", -1)))))
        .containsExactly(7);
  }

  @Test
  void refusesMoreGuestsThanPersons() {
    GuestCount adults = new GuestCount("Adult", 2);

    assertThat(codes(message("250.00", withGuests(GOOD, false, 2, adults)))).isEmpty();
    assertThat(refusal(message("250.00", withGuests(GOOD, false, 3, adults))).message())
        .contains("3 persons")
        .contains("only 2");
  }

  @Test
  void acceptsDeprecatedCountsAndOtherAgeCategoriesWithAWarning() {
    Book legacy = withGuests(GOOD, true, 0, new GuestCount("Adult", 2));
    Book mapped = withGuests(GOOD, false, 0, new GuestCount("10", 2));

    assertThat(changed(null, message("250.00", legacy)).warnings())
        .singleElement()
        .asString()
        .contains("adultCount");
    assertThat(changed(null, message("250.00", mapped)).warnings()).hasSize(1);
  }

  @Test
  void refusesACurrencyOfAnotherProperty() {
    GroupMessage.Definition dollars =
        new GroupMessage.Definition(
            "CM-1", "USD", gross("250.00"), true, null, List.of(), List.of(GOOD), List.of());

    assertThat(refusal(dollars).message()).contains("USD").contains("EUR");
    assertThat(codes(dollars)).containsExactly(7);
  }

  @Test
  void refusesACardThatTheEnvironmentDoesNotTake() {
    GroupMessage.Definition card =
        new GroupMessage.Definition(
            "CM-1", "EUR", gross("250.00"), false, null, List.of(), List.of(GOOD), List.of());

    assertThat(refusal(card).message()).contains("test card");
    assertThat(codes(card)).containsExactly(7);
  }

  @Test
  void refusesAnUnknownBlock() {
    GroupMessage.Definition ofBlock =
        new GroupMessage.Definition(
            "CM-1", "EUR", gross("250.00"), true, "WED-33", List.of(), List.of(GOOD), List.of());

    assertThat(refusal(ofBlock).message()).contains("WED-33");
    assertThat(codes(ofBlock)).containsExactly(7);
  }

  @Test
  void wantsExactlyOnePrimarySource() {
    assertThat(codes(from(source(2, "Expedia", true)))).isEmpty();
    assertThat(codes(from(source(2, "Expedia", false)))).containsExactly(7);
    assertThat(codes(from(source(1, "Booking.com", true), source(2, "Expedia", true))))
        .containsExactly(7);
    assertThat(codes(from(source(77, "Elsewhere", true)))).containsExactly(7);
  }

  @Test
  void learnsAChannelOnlyFromACertifiedPartner() {
    GroupMessage message = from(source(null, "New portal", true));
    House certified = new House(PROPERTY, true, Set.of(1, 2), BlockStanding.UNKNOWN);

    assertThat(codes(message)).containsExactly(7);
    assertThat(decide(certified, null, message))
        .isInstanceOfSatisfying(
            Decision.Changed.class,
            changed ->
                assertThat(changed.newChannels())
                    .containsExactly(source(null, "New portal", true)));
    assertThat(codes(certified, from(source(null, " ", true)))).containsExactly(7);
  }

  @Test
  void warnsOfMoreThanAHundredReservations() {
    ReservationOrder[] many =
        IntStream.rangeClosed(1, 101)
            .mapToObj(i -> book(Integer.toString(i), "1.00"))
            .toArray(ReservationOrder[]::new);

    assertThat(changed(null, message("101.00", many)).warnings())
        .singleElement()
        .asString()
        .contains("101 reservations");
  }

  @Test
  void refusesMixedUseOfGrossAndNet() {
    assertThat(codes(message(net("250.00"), GOOD))).containsExactly(7);
    assertThat(
            codes(
                message(
                    "250.00", withNights(GOOD, gross("250.00"), gross("120.00"), net("130.00")))))
        .containsExactly(7);
    assertThat(
            codes(
                message(
                    "270.00",
                    with(
                        GOOD,
                        gross("270.00"),
                        List.of(new ExtraOrder("BRK", 1, 4, net("20"), null, null))))))
        .containsExactly(7);
  }

  @Test
  void refusesNegativeNightsAndTotals() {
    assertThat(refusal(message("110.00", book("01", "120.00", "-10.00"))).message())
        .contains("-10.00")
        .contains("night 2");
    assertThat(codes(message("-250.00", GOOD))).containsExactly(7);
    assertThat(codes(message("250.00", with(GOOD, gross("-250.00"), List.of()))))
        .containsExactly(7);
    assertThat(codes(message("10.00", with(GOOD, gross("-10.00"), List.of(extra("-20.00"))))))
        .containsExactly(7);
  }

  @ParameterizedTest
  @CsvSource({
    "NIX, 1, , ",
    "BRK, 0, , ",
    "BRK, -1, , ",
    "BRK, 1, 2027-03-02, 2027-03-02",
    "BRK, 1, 2027-03-03, 2027-03-02",
    "BRK, 1, 2027-02-28, 2027-03-02",
    "BRK, 1, 2027-03-02, 2027-03-04",
    "BRK, 1, 2027-03-03, "
  })
  void refusesExtrasThatAreUnmappedUncountedOrOutsideTheStay(
      String code, int count, String from, String to) {
    assertThat(codes(withExtra(extra(code, count, "20.00", from, to)))).containsExactly(7);
  }

  @ParameterizedTest
  @CsvSource({"2027-03-01, 2027-03-03", "2027-03-02, ", ", 2027-03-02", ", "})
  void acceptsExtrasInsideTheStay(String from, String to) {
    assertThat(codes(withExtra(extra("BRK", 1, "20.00", from, to)))).isEmpty();
  }

  @Test
  void acceptsStaysOfThePast() {
    assertThat(codes(message("250.00", withDates(GOOD, "2001-03-01", "2001-03-03")))).isEmpty();
  }

  @Test
  void collectsEveryReason() {
    assertThat(
            codes(
                message(
                    "370.00",
                    withDates(GOOD, "2027-03-03", "2027-03-01"),
                    book("02", "NIX", "FLX", 0, "120.00"))))
        .containsExactly(7, 10);
  }

  private static GroupMessage withExtra(ExtraOrder extra) {
    return message("270.00", with(GOOD, gross("270.00"), List.of(extra)));
  }

  private static GroupMessage from(SourceOrder... sources) {
    return new GroupMessage.Definition(
        "CM-1", "EUR", gross("250.00"), true, null, List.of(sources), List.of(GOOD), List.of());
  }

  private static SourceOrder source(
      @org.jspecify.annotations.Nullable Integer code, String name, boolean primary) {
    return new SourceOrder(code, name, 0, primary);
  }

  private static Refusal refusal(GroupMessage message) {
    return ((Decision.Refused) decide(null, message)).refusals().getFirst();
  }

  private static List<Integer> codes(GroupMessage message) {
    return codes(HOUSE, message);
  }

  private static List<Integer> codes(House house, GroupMessage message) {
    return decide(house, null, message) instanceof Decision.Refused refused
        ? refused.refusals().stream().map(refusal -> refusal.code().wire()).toList()
        : List.of();
  }
}
