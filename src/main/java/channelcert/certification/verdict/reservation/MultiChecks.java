package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.lesson.Cause;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a booking of several spaces has to show. */
public final class MultiChecks {
  private static final int RESERVATIONS = 3;
  private static final int RATES = 2;

  private MultiChecks() {}

  /** Exactly three reservations with three codes stand in the message. */
  public static Check threeReservations(NotedBooking noted) {
    String expected = "exactly 3 reservations, each with its own code, in the message";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          List<String> codes =
              WrittenReservation.active(message.request()).stream()
                  .map(WrittenReservation::code)
                  .toList();
          Deviations deviations = new Deviations().because(Cause.SPLIT_BOOKING);
          if (codes.size() != RESERVATIONS || new TreeSet<>(codes).size() != RESERVATIONS) {
            deviations.add("reservations", "a list with the codes " + codes, "3 different codes");
          }
          return deviations.finding(
              expected,
              "codes " + codes,
              "Send all spaces of the booking as reservations of one message, one entry a space.",
              List.of(message.id()));
        });
  }

  /** Two rate plans are booked; three also show the point. */
  public static Check twoRates(NotedBooking noted) {
    String expected = "2 different rate plans among the reservations";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          TreeSet<String> rates = new TreeSet<>();
          WrittenReservation.active(message.request())
              .forEach(reservation -> rates.add(Wire.text(reservation.json(), "ratePlanCode")));
          Deviations deviations = new Deviations().because(Cause.CANNED_BOOKING);
          if (rates.size() < RATES) {
            deviations.add("reservations[].ratePlanCode", "always " + rates, "of 2 rate plans");
          } else if (rates.size() > RATES) {
            deviations.note("exactly two were asked for");
          }
          return deviations.finding(
              expected,
              "rate plans " + rates,
              "Give each reservation the rate plan that was booked for it, not that of the first.",
              List.of(message.id()));
        });
  }

  /** No two nights of a reservation cost the same. */
  public static Check nightAmountsDiffer(NotedBooking noted) {
    String expected = "a different amount for each night of a reservation";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          Deviations deviations = new Deviations().because(Cause.CANNED_BOOKING);
          List<WrittenReservation> active = WrittenReservation.active(message.request());
          active.forEach(reservation -> compareNights(reservation, deviations));
          if (active.stream().allMatch(reservation -> reservation.nights().size() < 2)) {
            deviations.note("no reservation has two nights, so nothing could be equal");
          }
          return deviations.finding(
              expected,
              "all nights differ",
              "Send the price of each night as it was sold; an average for all nights hides the"
                  + " real prices from the property.",
              List.of(message.id()));
        });
  }

  private static void compareNights(WrittenReservation reservation, Deviations deviations) {
    for (PriceSide side : PriceSide.values()) {
      List<BigDecimal> seen = new ArrayList<>();
      int place = 0;
      for (JsonNode amount : reservation.json().path("amounts")) {
        Optional<BigDecimal> value = Wire.number(amount.path(side.field()));
        if (value
            .filter(night -> seen.stream().anyMatch(other -> Wire.same(other, night)))
            .isPresent()) {
          deviations.add(
              reservation.path("amounts", place, side.field()),
              value.get().toPlainString(),
              "different from the nights before");
        }
        value.ifPresent(seen::add);
        place++;
      }
    }
  }
}
