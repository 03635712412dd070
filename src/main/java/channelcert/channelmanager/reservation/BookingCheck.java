package channelcert.channelmanager.reservation;

import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Our own checks before a booking leaves the house. */
public final class BookingCheck {
  private final Mapping mapping;
  private final List<String> problems = new ArrayList<>();

  private BookingCheck(Mapping mapping) {
    this.mapping = mapping;
  }

  /** What is wrong with the booking and what to do; empty when it may be sent. */
  public static List<String> problems(BookingDefinition booking, Mapping mapping) {
    BookingCheck check = new BookingCheck(mapping);
    check.lengths(booking);
    check.codes(booking);
    booking.reservations().forEach(check::reservation);
    return check.problems;
  }

  /**
   * What keeps the booking from being stored at all; the only check for one that is to be wrong.
   */
  public static List<String> obstacles(BookingDefinition booking) {
    BookingCheck check = new BookingCheck(new Mapping(List.of()));
    check.lengths(booking);
    return check.problems;
  }

  private void lengths(BookingDefinition booking) {
    Stream.concat(Stream.of(booking.reference(), booking.channelId()), booking.codes().stream())
        .filter(each -> each.length() > ConnectionStore.MAX_CODE_LENGTH)
        .forEach(
            each ->
                problems.add(
                    each.substring(0, 20)
                        + "... is longer than "
                        + ConnectionStore.MAX_CODE_LENGTH
                        + " characters."));
  }

  private void codes(BookingDefinition booking) {
    Set<String> seen = new HashSet<>();
    for (String code : booking.codes()) {
      if (!seen.add(code)) {
        problems.add("Reservation code " + code + " occurs twice; give each reservation its own.");
      }
      if (code.isEmpty() || code.contains("_")) {
        problems.add("Reservation code '" + code + "' must be filled and have no underscore.");
      }
    }
  }

  private void reservation(ReservationDefinition reservation) {
    String name = "Reservation " + reservation.code() + ": ";
    if (!mapping.sells(reservation.pair())) {
      problems.add(name + reservation.pair() + " is not mapped.");
    }
    if (reservation.stay().nights() < 1) {
      problems.add(name + "the departure has to be after the arrival.");
    } else if (reservation.nightAmounts().size() != reservation.stay().nights()) {
      problems.add(name + "there has to be one amount for each night.");
    }
    if (reservation.nightAmounts().stream().anyMatch(amount -> amount.signum() < 0)) {
      problems.add(name + "the price of a night cannot be negative.");
    }
    guests(reservation, name);
    if (reservation.products().stream().anyMatch(product -> product.count() < 1)) {
      problems.add(name + "the count of a product has to be at least 1.");
    }
  }

  private void guests(ReservationDefinition reservation, String name) {
    int guests = reservation.adults() + reservation.children();
    if (reservation.adults() < 0 || reservation.children() < 0 || guests < 1) {
      problems.add(name + "there has to be at least one guest.");
    }
    if (reservation.companions().size() > guests) {
      problems.add(name + "there are more companions than guests.");
    }
  }
}
