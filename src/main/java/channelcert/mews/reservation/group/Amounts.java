package channelcert.mews.reservation.group;

import channelcert.mews.reservation.group.ReservationOrder.Book;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the amounts of a message that keeps the rules into nights with both sides. */
final class Amounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final BigDecimal taxed;
  private final int scale;
  private final Findings findings;

  /**
   * Makes the settlement for a property.
   *
   * @param taxPercent tax inside a gross price; the missing side follows from it
   * @param currencyCode its minor unit is what amounts are rounded to
   * @param findings is told what looks wrong
   */
  Amounts(int taxPercent, String currencyCode, Findings findings) {
    this.taxed = BigDecimal.valueOf(100L + taxPercent);
    this.scale = Math.max(0, Currency.getInstance(currencyCode).getDefaultFractionDigits());
    this.findings = findings;
  }

  /** What each reservation books, in the order of the reservations. */
  List<Definition> settle(List<Book> booked, Amount groupTotal) {
    List<List<BigDecimal>> gross = side(Side.GROSS, booked, groupTotal);
    List<List<BigDecimal>> net = side(Side.NET, booked, groupTotal);
    List<Definition> definitions = new ArrayList<>();
    for (int i = 0; i < booked.size(); i++) {
      Definition definition =
          definition(
              booked.get(i),
              nights(gross == null ? null : gross.get(i), net == null ? null : net.get(i)));
      warnOfNegative(booked.get(i).code(), definition);
      definitions.add(definition);
    }
    return definitions;
  }

  private @Nullable List<List<BigDecimal>> side(Side side, List<Book> booked, Amount groupTotal) {
    return groupTotal.on(side) == null
        ? null
        : new SideAmounts(side, scale, findings).nights(booked, groupTotal);
  }

  private List<Money> nights(@Nullable List<BigDecimal> gross, @Nullable List<BigDecimal> net) {
    List<Money> nights = new ArrayList<>();
    int count = gross != null ? gross.size() : net != null ? net.size() : 0;
    for (int i = 0; i < count; i++) {
      nights.add(money(gross == null ? null : gross.get(i), net == null ? null : net.get(i)));
    }
    return nights;
  }

  private Definition definition(Book book, List<Money> nights) {
    return new Definition(
        book.spaceTypeCode(),
        book.ratePlanCode(),
        new Stay(book.from(), book.to()),
        nights,
        book.guestCounts(),
        book.guests(),
        book.extras().stream().map(extra -> extra(extra, book)).toList());
  }

  private Extra extra(ExtraOrder extra, Book book) {
    return new Extra(
        extra.code(),
        extra.count(),
        extra.pricing(),
        money(extra.amount().gross(), extra.amount().net()),
        extra.from() == null ? book.from() : extra.from(),
        extra.to() == null ? book.to() : extra.to());
  }

  /** Both sides at the minor unit, a missing one derived with the tax. */
  private Money money(@Nullable BigDecimal gross, @Nullable BigDecimal net) {
    if (gross != null) {
      BigDecimal derived = gross.multiply(HUNDRED).divide(taxed, scale, RoundingMode.HALF_UP);
      return new Money(rounded(gross), net == null ? derived : rounded(net));
    }
    BigDecimal stated = Objects.requireNonNull(net, "an amount states gross, net or both");
    return new Money(rounded(stated.multiply(taxed).divide(HUNDRED)), rounded(stated));
  }

  private BigDecimal rounded(BigDecimal value) {
    return value.setScale(scale, RoundingMode.HALF_UP);
  }

  private void warnOfNegative(String code, Definition definition) {
    Money total = definition.total();
    boolean negativeNight =
        definition.nights().stream()
            .anyMatch(night -> night.gross().signum() < 0 || night.net().signum() < 0);
    if (negativeNight || total.gross().signum() < 0 || total.net().signum() < 0) {
      findings.warn(
          "Reservation "
              + Findings.shown(code)
              + ": extras and totals make the price of a night or of the stay negative (total "
              + total.gross()
              + " gross); the property may have to price it again.");
    }
  }
}
