package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the Mews side holds of a booking afterwards, against what the message said. */
public final class StoredChecks {
  private StoredChecks() {}

  /** The stored booking equals the message; what the message leaves out is cancelled. */
  public static Check stored(NotedBooking noted) {
    String expected = "the booking stored at Mews as the message defines it";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          Optional<JsonNode> stored = storedGroup(booking, message);
          return stored.isPresent()
              ? compare(expected, stored.get(), booking, message)
              : notStored(expected, booking, message);
        });
  }

  static Optional<JsonNode> storedGroup(BookingEvidence booking, Message message) {
    return booking
        .storedBookings()
        .flatMap(
            look ->
                BookingEvidence.withId(
                    look.answer().path("groups"),
                    Wire.text(message.request(), "channelManagerId")));
  }

  static Finding notStored(String expected, BookingEvidence booking, Message message) {
    return Finding.missing(
        expected,
        booking.storedBookings().isEmpty()
            ? "nobody looked at the stored bookings"
            : "Mews has stored no booking " + Wire.show(message.request().path("channelManagerId")),
        "A booking that was refused is not stored; see the expectation 'accepted'.");
  }

  static List<String> exchanges(BookingEvidence booking, Message message) {
    return booking
        .storedBookings()
        .map(look -> List.of(message.id(), look.id()))
        .orElseGet(() -> List.of(message.id()));
  }

  private static Finding compare(
      String expected, JsonNode stored, BookingEvidence booking, Message message) {
    JsonNode group = message.request();
    Deviations deviations = new Deviations();
    deviations.text("state", stored.path("state"), "ACTIVE");
    compareTotal("totalAmount", stored, group.path("totalAmount"), deviations);
    Map<String, WrittenReservation> written = WrittenReservation.activeByCode(group);
    Map<String, JsonNode> active = activeReservations(stored);
    if (!active.keySet().equals(written.keySet())) {
      deviations.add(
          "the stored active reservations", active.keySet().toString(), "" + written.keySet());
    }
    written.forEach(
        (code, reservation) -> {
          JsonNode held = active.get(code);
          if (held != null) {
            compareReservation(held, reservation, deviations);
          }
        });
    return deviations.finding(
        expected,
        "stored as sent: " + active.keySet(),
        "Send the complete booking with totals that add up; Mews stores what the message says and"
            + " corrects amounts that do not fit.",
        exchanges(booking, message));
  }

  static Map<String, JsonNode> activeReservations(JsonNode stored) {
    Map<String, JsonNode> active = new LinkedHashMap<>();
    for (JsonNode reservation : stored.path("reservations")) {
      if (!Wire.text(reservation, "state").equals("CANCELLED")) {
        active.put(Wire.text(reservation, "code"), reservation);
      }
    }
    return active;
  }

  private static void compareReservation(
      JsonNode held, WrittenReservation reservation, Deviations deviations) {
    JsonNode json = reservation.json();
    String prefix = "stored " + reservation.code() + ".";
    for (String field : List.of("spaceTypeCode", "ratePlanCode", "from", "to")) {
      deviations.text(prefix + field, held.path(field), Wire.text(json, field));
    }
    compareTotal(prefix + "total", held, json.path("totalAmount"), deviations);
    for (PriceSide side : PriceSide.values()) {
      compareNights(prefix, held, json.path("amounts"), side, deviations);
    }
    if (!json.path("guestCounts").isEmpty()
        && !GuestChecks.byCategory(held).equals(GuestChecks.byCategory(json))) {
      deviations.add(
          prefix + "guestCounts",
          GuestChecks.byCategory(held).toString(),
          GuestChecks.byCategory(json).toString());
    }
  }

  private static void compareTotal(
      String path, JsonNode held, JsonNode amount, Deviations deviations) {
    Wire.number(amount.path("gross"))
        .ifPresent(gross -> deviations.number(path + " gross", held.path("totalGross"), gross));
    Wire.number(amount.path("net"))
        .ifPresent(net -> deviations.number(path + " net", held.path("totalNet"), net));
  }

  private static void compareNights(
      String prefix, JsonNode held, JsonNode amounts, PriceSide side, Deviations deviations) {
    String field = side == PriceSide.GROSS ? "nightsGross" : "nightsNet";
    for (int night = 0; night < amounts.size(); night++) {
      String path = prefix + field + "[" + night + "]";
      JsonNode stored = held.path(field).path(night);
      Wire.number(amounts.path(night).path(side.field()))
          .ifPresent(amount -> deviations.number(path, stored, amount));
    }
  }
}
