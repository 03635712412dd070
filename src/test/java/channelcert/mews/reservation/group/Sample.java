package channelcert.mews.reservation.group;

import channelcert.http.Json;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.mews.reservation.group.ReservationOrder.Book;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages and the property of the tests of this package. */
final class Sample {
  static final LocalDate DAY = LocalDate.parse("2027-03-01");

  static final Property PROPERTY =
      new Property(
          "canal-house",
          "Canal House",
          "partner@canal-house.example",
          "EUR",
          "Europe/Amsterdam",
          9,
          PricingMode.GROSS,
          List.of(category("SGL"), category("DBL"), category("TWN"), category("STE")),
          List.of(
              new Property.RatePlan("FLX", "Flexible", true),
              new Property.RatePlan("NRF", "Non-refundable", true),
              new Property.RatePlan("OLD", "Old", false)),
          Stream.of("SGL", "DBL", "TWN")
              .flatMap(
                  category ->
                      Stream.of("FLX", "NRF", "OLD").map(rate -> new Property.Pair(rate, category)))
              .toList(),
          List.of(
              new Property.Product(
                  "BRK",
                  "Breakfast",
                  4,
                  new BigDecimal("12.00"),
                  new BigDecimal("11.01"),
                  List.of())));

  static final House HOUSE = new House(PROPERTY, false, Set.of(1, 2), BlockStanding.UNKNOWN);

  private Sample() {}

  /** Decides with numbers from 1 on. */
  static Decision decide(@Nullable Group known, GroupMessage message) {
    return decide(HOUSE, known, message);
  }

  static Decision decide(House house, @Nullable Group known, GroupMessage message) {
    int given = known == null ? 0 : known.reservations().size();
    AtomicInteger last = new AtomicInteger(given);
    return new GroupChange(house, () -> Integer.toString(last.incrementAndGet()))
        .decide(known, message);
  }

  /** The group that results; fails the test when the message is refused. */
  static Group accepted(@Nullable Group known, GroupMessage message) {
    return changed(known, message).group();
  }

  static Decision.Changed changed(@Nullable Group known, GroupMessage message) {
    Decision decision = decide(known, message);
    if (decision instanceof Decision.Changed changed) {
      return changed;
    }
    throw new AssertionError(decision);
  }

  static GroupMessage.Definition message(String total, ReservationOrder... reservations) {
    return message(gross(total), reservations);
  }

  static GroupMessage.Definition message(Amount total, ReservationOrder... reservations) {
    return new GroupMessage.Definition(
        "CM-1", "EUR", total, true, null, List.of(), List.of(reservations), List.of());
  }

  static GroupMessage.Cancellation cancellation(String... codes) {
    return new GroupMessage.Cancellation("CM-1", List.of(codes), List.of());
  }

  /** A reservation with gross nights from {@link #DAY} on, whose total is their sum. */
  static Book book(String code, String category, String rate, int firstDay, String... nights) {
    List<Amount> amounts = Stream.of(nights).map(Sample::gross).toList();
    BigDecimal total =
        Stream.of(nights).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Book(
        code,
        category,
        rate,
        DAY.plusDays(firstDay),
        DAY.plusDays(firstDay + (long) nights.length),
        new Amount(total, null),
        amounts,
        List.of(new GuestCount("Adult", 2)),
        false,
        List.of(),
        List.of());
  }

  static Book book(String code, String... nights) {
    return book(code, "DBL", "FLX", 0, nights);
  }

  static Book with(Book book, Amount total, List<ExtraOrder> extras) {
    return new Book(
        book.code(),
        book.spaceTypeCode(),
        book.ratePlanCode(),
        book.from(),
        book.to(),
        total,
        book.nights(),
        book.guestCounts(),
        book.legacyGuestCounts(),
        book.guests(),
        extras);
  }

  static Book withNights(Book book, Amount total, Amount... nights) {
    return new Book(
        book.code(),
        book.spaceTypeCode(),
        book.ratePlanCode(),
        book.from(),
        book.to(),
        total,
        List.of(nights),
        book.guestCounts(),
        book.legacyGuestCounts(),
        book.guests(),
        book.extras());
  }

  static Book withDates(Book book, String from, String to) {
    return new Book(
        book.code(),
        book.spaceTypeCode(),
        book.ratePlanCode(),
        LocalDate.parse(from),
        LocalDate.parse(to),
        book.total(),
        book.nights(),
        book.guestCounts(),
        book.legacyGuestCounts(),
        book.guests(),
        book.extras());
  }

  static Book withGuests(Book book, boolean legacy, int guests, GuestCount... counts) {
    return new Book(
        book.code(),
        book.spaceTypeCode(),
        book.ratePlanCode(),
        book.from(),
        book.to(),
        book.total(),
        book.nights(),
        List.of(counts),
        legacy,
        IntStream.range(0, guests)
            .<com.fasterxml.jackson.databind.JsonNode>mapToObj(
                i -> Json.mapper().createObjectNode().put("lastName", "Visser"))
            .toList(),
        book.extras());
  }

  static ExtraOrder extra(String amount) {
    return extra("BRK", 1, amount, null, null);
  }

  static ExtraOrder extra(
      String code, int count, String amount, @Nullable String from, @Nullable String to) {
    return new ExtraOrder(
        code,
        count,
        4,
        gross(amount),
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to));
  }

  static Amount gross(String value) {
    return new Amount(new BigDecimal(value), null);
  }

  static Amount net(String value) {
    return new Amount(null, new BigDecimal(value));
  }

  static List<String> grossNights(Group group) {
    return group.reservations().stream()
        .flatMap(reservation -> reservation.definition().nights().stream())
        .map(night -> night.gross().toString())
        .toList();
  }

  static List<String> netNights(Group group) {
    return group.reservations().stream()
        .flatMap(reservation -> reservation.definition().nights().stream())
        .map(night -> night.net().toString())
        .toList();
  }

  private static Property.SpaceCategory category(String code) {
    return new Property.SpaceCategory(code, code, 4, 2, 10, true);
  }
}
