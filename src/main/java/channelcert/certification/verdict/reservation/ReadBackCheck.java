package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Attended;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.lesson.Cause;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the extranet of the candidate shows the numbers that Mews confirmed. */
public final class ReadBackCheck {
  private ReadBackCheck() {}

  /**
   * The candidate shows the booking in that status, each active reservation with its number, or a
   * person states that it does.
   *
   * @param status published status of a booking in the driver, CONFIRMED or CANCELLED
   */
  public static Check readBack(NotedBooking noted, String status) {
    String expected = "the booking shown as " + status + " with the confirmed numbers";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          Optional<Message> look = booking.readBookings();
          Optional<Message> success = booking.success(message);
          if (look.isEmpty() || Attended.reasonNot(List.of(look.get())).isPresent()) {
            return notLookedAt(expected, look);
          }
          if (Attended.isStatement(look.get())) {
            return Attended.stated(expected, look.get());
          }
          return success.isPresent() && look.get().answer().path("bookings").isArray()
              ? compare(expected, look.get(), success.get(), status)
              : notComparable(expected, look.get());
        });
  }

  private static Finding notLookedAt(String expected, Optional<Message> look) {
    String why = look.flatMap(asked -> Attended.reasonNot(List.of(asked))).orElse("");
    return Finding.missing(
        expected,
        "the extranet was not looked at" + (why.isEmpty() ? "" : ", " + why),
        "Offer a driver with readBookings, or have a person tell what the extranet shows.");
  }

  private static Finding notComparable(String expected, Message look) {
    return Finding.missing(
        expected,
        "HTTP " + look.exchange().status() + " from readBookings, or no confirmation to compare",
        "Let the booking be confirmed and readBookings answer the list of bookings.");
  }

  private static Finding compare(String expected, Message look, Message success, String status) {
    String id = Wire.text(success.request(), "channelManagerId");
    Optional<JsonNode> shown = BookingEvidence.withId(look.answer().path("bookings"), id);
    Deviations deviations = new Deviations().because(Cause.NUMBER_NOT_KEPT);
    if (shown.isEmpty()) {
      deviations.add("booking " + id + " is not shown");
    } else {
      deviations.text("status", shown.get().path("status"), status);
      compareNumbers(shown.get(), History.pairs(success.request()), deviations);
    }
    return deviations.finding(
        expected,
        "shown as " + status + " with " + History.pairs(success.request()),
        "Store the confirmation numbers of Confirm booking with the reservations, and show them.",
        List.of(success.id(), look.id()));
  }

  private static void compareNumbers(
      JsonNode shown, Map<String, String> confirmed, Deviations deviations) {
    Map<String, JsonNode> byCode = new HashMap<>();
    for (JsonNode reservation : shown.path("reservations")) {
      byCode.put(Wire.text(reservation, "code"), reservation);
      String code = Wire.text(reservation, "code");
      String number = confirmed.get(code);
      if (number != null) {
        deviations.text(
            "confirmationNumber of " + code, reservation.path("confirmationNumber"), number);
      }
    }
    if (confirmed.keySet().stream().noneMatch(byCode::containsKey)) {
      deviations.add("none of the reservations " + confirmed.keySet() + " is shown");
    }
  }
}
