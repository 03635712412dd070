package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.Verdict;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the extranet shows a booking of hotel staff as it is after each step. */
public final class StaffReadBack {
  private StaffReadBack() {}

  /**
   * One look at a booking of two reservations.
   *
   * @param turn number of the look, and of the message before it; the first one is 0
   * @param status published status of a booking in the driver
   * @param firstGone whether the first reservation is cancelled
   * @param secondGone whether the second one is
   */
  public record Look(int turn, String status, boolean firstGone, boolean secondGone) {
    public static final Look MADE = new Look(0, "CONFIRMED", false, false);
    public static final Look CHANGED = new Look(1, "CONFIRMED", false, false);
    public static final Look PARTLY_CANCELLED = new Look(2, "CONFIRMED", false, true);
    public static final Look CANCELLED = new Look(3, "CANCELLED", true, true);
  }

  /** What the extranet showed after a step of the story. */
  public static Check shown(Look look) {
    String expected = "the booking shown as " + look.status() + " with its numbers";
    return StaffChecks.onConfirmations(
        expected,
        (row, confirmations) -> {
          List<Message> looks = row.messages(Direction.DRIVER, "readBookings");
          if (looks.isEmpty()) {
            String actual = "the channel manager offers no read-back of bookings";
            return new Finding(Verdict.NOT_APPLICABLE, expected, actual, "", List.of());
          }
          if (looks.size() <= look.turn()) {
            return Finding.missing(expected, "it was not read back", "See the ones before.");
          }
          Message read = looks.get(look.turn());
          Message first = confirmations.getFirst();
          String id = Wire.text(first.request(), "code");
          Deviations deviations = new Deviations();
          BookingEvidence.withId(read.answer().path("bookings"), id)
              .ifPresentOrElse(
                  booking -> compare(row, look, booking, StaffChecks.codes(first), deviations),
                  () -> deviations.add("booking " + id + " is not shown"));
          return deviations.finding(
              expected,
              "booking " + id + " as " + look.status(),
              "Store what Mews sends of a booking as its new complete definition, and show it.",
              List.of(read.id()));
        });
  }

  private static void compare(
      RowEvidence row,
      Look look,
      JsonNode booking,
      Map<String, String> codes,
      Deviations deviations) {
    deviations.text("status", booking.path("status"), look.status());
    List<String> numbers = StaffChecks.numbers(row);
    for (String number : numbers) {
      boolean wanted = number.equals(numbers.getFirst()) ? look.firstGone() : look.secondGone();
      Optional<JsonNode> reservation = numbered(booking.path("reservations"), number);
      if (reservation.isEmpty()) {
        deviations.add("reservation " + number + " is not shown");
        continue;
      }
      deviations.text(
          "code of " + number, reservation.get().path("code"), codes.getOrDefault(number, ""));
      boolean cancelled = reservation.get().path("cancelled").asBoolean();
      if (cancelled != wanted) {
        deviations.add("cancelled of " + number, String.valueOf(cancelled), String.valueOf(wanted));
      }
    }
    compareStays(row, look, booking.path("definition"), deviations);
  }

  /** A candidate need not show the definition; where it does, it is the newest. */
  private static void compareStays(
      RowEvidence row, Look look, JsonNode definition, Deviations deviations) {
    if (!Wire.present(definition)) {
      return;
    }
    Message sent = List.copyOf(StaffChecks.sent(row).values()).get(look.turn());
    for (JsonNode reservation : sent.request().path("reservations")) {
      String number = Wire.text(reservation, "confirmationNumber");
      JsonNode shown =
          numbered(definition.path("reservations"), number).orElse(MissingNode.getInstance());
      for (String field : List.of("from", "to")) {
        deviations.text(field + " of " + number, shown.path(field), Wire.text(reservation, field));
      }
      if (shown.path("timeState").asInt(-1) != reservation.path("timeState").asInt()) {
        deviations.add(
            "timeState of " + number,
            Wire.show(shown.path("timeState")),
            Wire.show(reservation.path("timeState")));
      }
    }
  }

  private static Optional<JsonNode> numbered(JsonNode reservations, String number) {
    return reservations
        .valueStream()
        .filter(each -> Wire.text(each, "confirmationNumber").equals(number))
        .findFirst();
  }
}
