package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.Verdict;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the message says what the run ordered, so that a canned booking does not pass. */
public final class OrderChecks {
  private static final List<String> BOOKED = List.of("spaceTypeCode", "ratePlanCode", "from", "to");

  private OrderChecks() {}

  /** Spaces, rates, days and night amounts are those of the order, where a driver took one. */
  public static Check ordered(NotedBooking noted, PriceSide side) {
    String expected = "category, rate, days and night amounts as ordered";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          Optional<Message> order = booking.order();
          return order.isPresent()
              ? compare(expected, order.get(), message, side)
              : nothingOrdered(expected);
        });
  }

  private static Finding nothingOrdered(String expected) {
    String actual = "no driver took an order, the values were chosen at the channel manager";
    return new Finding(Verdict.NOT_APPLICABLE, expected, actual, "", List.of());
  }

  private static Finding compare(String expected, Message order, Message message, PriceSide side) {
    JsonNode booking = BookingEvidence.orderedBooking(order);
    Deviations deviations = new Deviations().because(Cause.CANNED_BOOKING);
    deviations.text(
        "currencyCode", message.request().path("currencyCode"), Wire.text(booking, "currencyCode"));
    Map<String, WrittenReservation> written = WrittenReservation.activeByCode(message.request());
    if (written.size() != booking.path("reservations").size()) {
      deviations.add(
          "reservations",
          "a list with the codes " + written.keySet(),
          booking.path("reservations").size() + " active reservations");
    }
    for (JsonNode wanted : booking.path("reservations")) {
      WrittenReservation reservation = find(written, wanted, isByPerson(order));
      if (reservation == null) {
        deviations.add("reservation " + Wire.show(wanted.path("code")) + " is not in the message");
      } else {
        compare(wanted, reservation, side, deviations);
      }
    }
    return deviations.finding(
        expected,
        "as ordered: " + written.keySet(),
        "Send the values of the order, each night with its own amount; values from a template or"
            + " an average do not certify anything.",
        List.of(order.id(), message.id()));
  }

  /** A person cannot choose the codes of reservations, only what is booked. */
  private static @Nullable WrittenReservation find(
      Map<String, WrittenReservation> written, JsonNode wanted, boolean byPerson) {
    WrittenReservation coded = written.get(Wire.text(wanted, "code"));
    if (coded != null || !byPerson) {
      return coded;
    }
    return written.values().stream()
        .filter(each -> BOOKED.stream().allMatch(field -> same(field, wanted, each.json())))
        .findFirst()
        .orElse(null);
  }

  private static boolean isByPerson(Message order) {
    return order.exchange().direction() == Direction.ATTENDED;
  }

  private static boolean same(String field, JsonNode wanted, JsonNode written) {
    return Wire.text(wanted, field).equals(Wire.text(written, field));
  }

  private static void compare(
      JsonNode wanted, WrittenReservation reservation, PriceSide side, Deviations deviations) {
    for (String field : BOOKED) {
      deviations.text(
          reservation.path(field), reservation.json().path(field), Wire.text(wanted, field));
    }
    if (offByOne(wanted, reservation.json(), "from")
        || offByOne(wanted, reservation.json(), "to")) {
      deviations.because(Cause.DATES_OFF);
    }
    JsonNode nights = wanted.path("nightAmounts");
    for (int night = 0; night < nights.size(); night++) {
      deviations.number(
          reservation.path("amounts", night, side.field()),
          reservation.json().path("amounts").path(night).path(side.field()),
          nights.path(night).decimalValue());
    }
  }

  private static boolean offByOne(JsonNode wanted, JsonNode written, String field) {
    Optional<LocalDate> ordered = Wire.day(wanted.path(field));
    Optional<LocalDate> sent = Wire.day(written.path(field));
    return ordered.isPresent()
        && sent.isPresent()
        && Math.abs(ChronoUnit.DAYS.between(ordered.get(), sent.get())) == 1;
  }
}
