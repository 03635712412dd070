package channelcert.mews.reservation.group;

import channelcert.mews.reservation.group.ReservationOrder.Book;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Rules of the amounts of a message: one choice of gross and net, no negative nights, no negative
 * totals that discounts do not explain (domain reference 7.5).
 */
final class AmountRules {
  private final Findings findings;

  AmountRules(Findings findings) {
    this.findings = findings;
  }

  void check(GroupMessage.Definition message) {
    if (!sameChoice(message)) {
      return;
    }
    for (Book reservation : message.booked()) {
      negativeNights(reservation);
      reservationTotal(reservation);
    }
    groupTotal(message);
  }

  private boolean sameChoice(GroupMessage.Definition message) {
    Set<Side> choice = sides(message.total());
    for (Book reservation : message.booked()) {
      for (Amount amount : amounts(reservation)) {
        if (!sides(amount).equals(choice)) {
          findings.refuse(
              "Reservation "
                  + Findings.shown(reservation.code())
                  + ": the amount "
                  + amount.shown()
                  + " is stated differently from the group total "
                  + message.total().shown()
                  + "; use gross only, net only or both, the same everywhere in the group.");
          return false;
        }
      }
    }
    return true;
  }

  private static List<Amount> amounts(Book reservation) {
    List<Amount> amounts = new ArrayList<>(reservation.nights());
    reservation.extras().forEach(extra -> amounts.add(extra.amount()));
    amounts.add(reservation.total());
    return amounts;
  }

  private static Set<Side> sides(Amount amount) {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (Side side : Side.values()) {
      if (amount.on(side) != null) {
        sides.add(side);
      }
    }
    return sides;
  }

  private void negativeNights(Book reservation) {
    List<Amount> nights = reservation.nights();
    for (int i = 0; i < nights.size(); i++) {
      if (nights.get(i).isNegative()) {
        findings.refuse(
            "Reservation "
                + Findings.shown(reservation.code())
                + ": the price "
                + nights.get(i).shown()
                + " of night "
                + (i + 1)
                + " is negative; send prices of 0 or more and discounts as extras.");
      }
    }
  }

  private void reservationTotal(Book reservation) {
    boolean discounted =
        reservation.extras().stream().anyMatch(extra -> extra.amount().isNegative());
    List<Amount> parts = new ArrayList<>(reservation.nights());
    reservation.extras().forEach(extra -> parts.add(extra.amount()));
    total(
        "Reservation " + Findings.shown(reservation.code()),
        reservation.total(),
        parts,
        discounted);
  }

  private void groupTotal(GroupMessage.Definition message) {
    List<Amount> parts = message.booked().stream().map(Book::total).toList();
    boolean discounted = parts.stream().anyMatch(Amount::isNegative);
    total("Group", message.total(), parts, discounted);
  }

  private void total(String place, Amount total, List<Amount> parts, boolean discounted) {
    if (total.isNegative() && !(discounted && isSum(total, parts))) {
      findings.refuse(
          place
              + ": the total "
              + total.shown()
              + " is negative and no discount among the extras explains it; send the sum of the"
              + " nights and extras.");
    }
  }

  private static boolean isSum(Amount total, List<Amount> parts) {
    return sides(total).stream()
        .allMatch(
            side -> {
              BigDecimal sum =
                  parts.stream()
                      .map(part -> Objects.requireNonNull(part.on(side)))
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              return sum.compareTo(Objects.requireNonNull(total.on(side))) == 0;
            });
  }
}
