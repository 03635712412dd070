package channelcert.mews.reservation.group;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.property.Property;
import channelcert.mews.reservation.group.ReservationOrder.Book;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules of one reservation of a message (domain reference 7.5 and 7.6). */
final class ReservationRules {
  private static final Set<String> AGE_CATEGORIES =
      Set.of("Infant", "Child", "Teenager", "Adult", "SeniorCitizen");

  private final Property property;
  private final Findings findings;

  ReservationRules(Property property, Findings findings) {
    this.property = property;
    this.findings = findings;
  }

  void check(Book reservation) {
    String place = "Reservation " + Findings.shown(reservation.code());
    dates(place, reservation);
    mapping(place, reservation);
    guests(place, reservation);
    reservation.extras().forEach(extra -> extra(place, extra, reservation));
  }

  private void dates(String place, Book reservation) {
    if (!reservation.from().isBefore(reservation.to())) {
      findings.refuse(
          place
              + ": departure "
              + reservation.to()
              + " is not after arrival "
              + reservation.from()
              + "; send the group again with a departure after the arrival.");
      return;
    }
    int nights = new Stay(reservation.from(), reservation.to()).nights().count();
    if (reservation.nights().size() != nights) {
      findings.refuse(
          place
              + ": amounts has "
              + reservation.nights().size()
              + " entries for a stay of "
              + nights
              + " nights; send one amount for each night in date order.");
    }
  }

  private void mapping(String place, Book reservation) {
    String rate = reservation.ratePlanCode();
    String category = reservation.spaceTypeCode();
    boolean rateKnown = property.ratePlans().stream().anyMatch(plan -> plan.code().equals(rate));
    boolean categoryKnown =
        property.categories().stream().anyMatch(each -> each.code().equals(category));
    if (!rateKnown) {
      unmapped(ErrorCode.RATE_ERROR, place + ": rate plan " + Findings.shown(rate), rate, null);
    }
    if (!categoryKnown) {
      unmapped(
          ErrorCode.CATEGORY_ERROR,
          place + ": space category " + Findings.shown(category),
          null,
          category);
    }
    if (rateKnown
        && categoryKnown
        && !property.pairs().contains(new Property.Pair(rate, category))) {
      unmapped(
          ErrorCode.RATE_CATEGORY_ERROR,
          place + ": rate plan " + rate + " for space category " + category,
          rate,
          category);
    }
  }

  private void unmapped(
      ErrorCode code, String what, @Nullable String rate, @Nullable String category) {
    String advice =
        " is not mapped on this connection; read the configuration again and send the group with a"
            + " mapped code.";
    findings.refuse(new Refusal(code, what + advice, rate, category));
  }

  private void guests(String place, Book reservation) {
    if (reservation.legacyGuestCounts()) {
      findings.warn(
          place + ": adultCount and childCount are deprecated; send guestCounts instead.");
    }
    long persons = 0;
    for (GuestCount guestCount : reservation.guestCounts()) {
      ageCategory(place, guestCount);
      persons += guestCount.count();
    }
    if (persons <= 0) {
      findings.refuse(
          place + ": guestCounts names nobody; send at least one person in an age category.");
    } else if (reservation.guests().size() > persons) {
      findings.refuse(
          place
              + ": guests lists "
              + reservation.guests().size()
              + " persons and guestCounts only "
              + persons
              + "; count every guest or leave the others out.");
    }
  }

  private void ageCategory(String place, GuestCount guestCount) {
    if (guestCount.count() < 0) {
      findings.refuse(
          place
              + ": the guest count "
              + guestCount.count()
              + " of "
              + Findings.shown(guestCount.code())
              + " is negative; send 0 or more.");
    }
    if (!AGE_CATEGORIES.contains(guestCount.code())) {
      findings.warn(
          place
              + ": the age category "
              + Findings.shown(guestCount.code())
              + " is none of the fixed names; prefer Infant, Child, Teenager, Adult and"
              + " SeniorCitizen.");
    }
  }

  private void extra(String place, ExtraOrder extra, Book reservation) {
    String line = place + ", extra " + Findings.shown(extra.code());
    if (property.products().stream().noneMatch(product -> product.code().equals(extra.code()))) {
      findings.refuse(
          line
              + ": the product is not mapped at the property; ask it for the mapping code of the"
              + " product.");
    }
    if (extra.count() < 1) {
      findings.refuse(line + ": the count " + extra.count() + " is below 1; send 1 or more.");
    }
    LocalDate from = extra.from() == null ? reservation.from() : extra.from();
    LocalDate to = extra.to() == null ? reservation.to() : extra.to();
    boolean dated = extra.from() != null || extra.to() != null;
    if (dated
        && (from.isBefore(reservation.from())
            || !from.isBefore(to)
            || to.isAfter(reservation.to()))) {
      findings.refuse(
          line
              + ": its dates "
              + from
              + " to "
              + to
              + " are no interval inside the stay "
              + reservation.from()
              + " to "
              + reservation.to()
              + "; send a later end than start, both inside the stay, or no dates.");
    }
  }
}
