package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The cancellation of a whole booking: how it is said, and what comes of it. */
public final class CancellationChecks {
  private static final Set<String> NEEDED =
      Set.of("clientToken", "connectionToken", "messageId", "channelManagerId", "channelId");

  private CancellationChecks() {}

  /** The message names the booking and no reservation; what else it says is only remarked on. */
  public static Check whole(NotedBooking noted) {
    String expected = "reservations absent, null or empty";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          JsonNode reservations = message.request().path("reservations");
          Deviations deviations = new Deviations().because(Cause.NOT_CANCELLED);
          if (Wire.present(reservations) && !(reservations.isArray() && reservations.isEmpty())) {
            deviations.add(
                "reservations", "a list of " + reservations.size(), "absent, null or empty");
          }
          surplus(message.request(), deviations);
          return deviations.finding(
              expected,
              "reservations " + Wire.show(reservations),
              "Cancel the whole booking with its channelManagerId and an empty reservations list;"
                  + " state 3 is for single reservations of a booking that goes on.",
              List.of(message.id()));
        });
  }

  private static void surplus(JsonNode group, Deviations deviations) {
    List<String> surplus =
        group
            .propertyStream()
            .filter(field -> !field.getKey().equals("reservations"))
            .filter(field -> !NEEDED.contains(field.getKey()))
            .filter(field -> Wire.present(field.getValue()))
            .filter(field -> !(field.getValue().isContainerNode() && field.getValue().isEmpty()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (!surplus.isEmpty()) {
      deviations.note("a cancellation does not need " + surplus);
    }
  }

  /** The Mews side holds the booking and each of its reservations as cancelled. */
  public static Check cancelled(NotedBooking noted) {
    String expected = "the booking stored at Mews as CANCELLED, all reservations too";
    return noted.onMessage(
        expected,
        (booking, message) ->
            StoredChecks.storedGroup(booking, message)
                .map(stored -> storedState(expected, stored, booking, message))
                .orElseGet(() -> StoredChecks.notStored(expected, booking, message)));
  }

  private static Finding storedState(
      String expected, JsonNode stored, BookingEvidence booking, Message message) {
    Deviations deviations = new Deviations().because(Cause.NOT_CANCELLED);
    deviations.text("state", stored.path("state"), "CANCELLED");
    Set<String> active = StoredChecks.activeReservations(stored).keySet();
    if (!active.isEmpty()) {
      deviations.add("the stored active reservations", active.toString(), "none");
    }
    return deviations.finding(
        expected,
        "CANCELLED",
        "Send the cancellation for the channelManagerId of the booking, without reservations.",
        StoredChecks.exchanges(booking, message));
  }

  /** On each night of the stays, the category has the units back. */
  public static Check availabilityReturned(NotedBooking noted, List<String> earlierRows) {
    String expected = "availability back on every night of the stays";
    return noted.onChange(
        expected,
        earlierRows,
        (booking, message, history) -> {
          List<Message> looks = booking.row().messages(Direction.MEWS_STATE, "availability");
          return looks.size() < 2
              ? Finding.missing(
                  expected,
                  "the availability was not looked at before and after",
                  "Run the row again; the Mews side is looked at around the cancellation.")
              : returned(expected, history, message, looks);
        });
  }

  private static Finding returned(
      String expected, History history, Message message, List<Message> looks) {
    JsonNode before = looks.getFirst().answer();
    JsonNode after = looks.getLast().answer();
    Deviations deviations = new Deviations();
    Map<String, Map<LocalDate, Integer>> units = units(history.last());
    units.forEach(
        (category, nights) ->
            nights.forEach(
                (night, count) -> compareNight(category, night, count, before, after, deviations)));
    return deviations.finding(
        expected,
        "returned for " + units.keySet(),
        "The nights are free again once Mews has cancelled the booking; see the expectation"
            + " 'cancelled'.",
        List.of(looks.getFirst().id(), message.id(), looks.getLast().id()));
  }

  private static Map<String, Map<LocalDate, Integer>> units(JsonNode group) {
    Map<String, Map<LocalDate, Integer>> units = new TreeMap<>();
    for (WrittenReservation reservation : WrittenReservation.active(group)) {
      Map<LocalDate, Integer> nights =
          units.computeIfAbsent(
              Wire.text(reservation.json(), "spaceTypeCode"), category -> new TreeMap<>());
      reservation.nights().forEach(night -> nights.merge(night, 1, Integer::sum));
    }
    return units;
  }

  private static void compareNight(
      String category,
      LocalDate night,
      int units,
      JsonNode before,
      JsonNode after,
      Deviations deviations) {
    Optional<Integer> then = availability(before, category, night);
    Optional<Integer> now = availability(after, category, night);
    if (then.isEmpty() || now.isEmpty()) {
      deviations.add("availability of " + category + " on " + night + " is not known");
    } else if (now.get() != then.get() + units) {
      deviations.add(
          "availability of " + category + " on " + night,
          now.get() + " after " + then.get(),
          String.valueOf(then.get() + units));
    }
  }

  private static Optional<Integer> availability(JsonNode look, String category, LocalDate night) {
    return look.path("availabilities")
        .valueStream()
        .filter(entry -> Wire.text(entry, "spaceTypeCode").equals(category))
        .filter(
            entry -> Wire.day(entry.path("from")).filter(from -> !from.isAfter(night)).isPresent())
        .filter(entry -> Wire.day(entry.path("to")).filter(to -> !to.isBefore(night)).isPresent())
        .map(entry -> entry.path("availability").asInt())
        .findFirst();
  }
}
